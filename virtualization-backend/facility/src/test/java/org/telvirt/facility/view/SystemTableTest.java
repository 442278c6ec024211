package org.telvirt.facility.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvent.SystemAdded;
import org.telvirt.facility.event.FacilityEvent.SystemChanged;
import org.telvirt.facility.event.FacilityEvent.SystemRemoved;
import org.telvirt.facility.event.FacilityEvents;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.StateReason;

class SystemTableTest {
    private static final SystemId ID = new SystemId(new UUID(1, 1));

    private final FacilityEvents events = new FacilityEvents(Runnable::run, 1000);
    private final SystemTable table = new SystemTable(InstantSource.fixed(Instant.EPOCH), events);
    private final List<FacilityEvent> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        var unused = events.listen(told::add);
    }

    private static Domain domain(SystemId id, String name, DomainState state) {
        return new Domain(new DomainId(id.uuid()), name, state, StateReason.NORMAL, true);
    }

    private void apply(long ticket, DomainState state) {
        table.apply(new Reading(ID, ticket, domain(ID, "hlr-1", state), null));
    }

    private SystemState state() {
        return table.find(ID).system().state();
    }

    @Test
    void ignoresAReadingThatBeganBeforeTheOneThatIsKnown() {
        long early = table.begin();
        long late = table.begin();

        apply(late, DomainState.RUNNING);
        apply(early, DomainState.SHUT_OFF);

        assertThat(state()).isEqualTo(SystemState.ACTIVE);
    }

    @Test
    void doesNotBringBackWhatANewerReadingSawGone() {
        long early = table.begin();
        apply(table.begin(), DomainState.SHUT_OFF);
        long late = table.begin();

        table.apply(Reading.absent(ID, late));
        table.end(late);
        apply(early, DomainState.RUNNING);

        assertThat(table.find(ID)).isNull();
        assertThat(table.list()).isEmpty();
    }

    @Test
    void remembersWhatIsGoneEvenIfItNeverKnewIt() {
        long early = table.begin();
        long late = table.begin();

        table.apply(Reading.absent(ID, late));
        apply(early, DomainState.RUNNING);

        assertThat(table.find(ID)).isNull();
    }

    @Test
    void takesInWhatCameBackAfterItWasGone() {
        long first = table.begin();
        table.apply(Reading.absent(ID, first));

        apply(table.begin(), DomainState.SHUT_OFF);

        assertThat(state()).isEqualTo(SystemState.DEFINED);
    }

    @Test
    void ignoresThatAnOlderReadingDidNotSeeIt() {
        long early = table.begin();

        apply(table.begin(), DomainState.SHUT_OFF);
        table.apply(Reading.absent(ID, early));

        assertThat(state()).isEqualTo(SystemState.DEFINED);
    }

    @Test
    void keepsWhatWasDefinedAfterAListBegan() {
        long listing = table.begin();
        SystemId other = new SystemId(new UUID(2, 2));
        apply(table.begin(), DomainState.SHUT_OFF);

        table.applyAll(List.of(domain(other, "hlr-2", DomainState.RUNNING)), listing);

        assertThat(table.list()).extracting(VirtualSystem::name).containsExactly("hlr-1", "hlr-2");
        long next = table.begin();
        table.applyAll(List.of(domain(other, "hlr-2", DomainState.RUNNING)), next);
        assertThat(table.list()).extracting(VirtualSystem::name).containsExactly("hlr-2");
    }

    @Test
    void sortsByNameAndThenById() {
        SystemId second = new SystemId(new UUID(2, 2));
        long ticket = table.begin();
        table.applyAll(
                List.of(domain(second, "a", DomainState.SHUT_OFF), domain(ID, "a", DomainState.SHUT_OFF)), ticket);

        assertThat(table.list()).extracting(VirtualSystem::id).containsExactly(ID, second);
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /** Readings begin in an order in which the engine changes, and arrive in any other. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsWithTheLastReadingInWhateverOrderTheyArrive(int seed) {
        Random random = new Random(seed);
        List<Reading> readings = new ArrayList<>();
        Reading last = Reading.absent(ID, 0);
        for (int i = 0; i < 20; i++) {
            long ticket = table.begin();
            last = random.nextInt(4) == 0
                    ? Reading.absent(ID, ticket)
                    : new Reading(ID, ticket, domain(ID, "n" + i, DomainState.RUNNING), null);
            readings.add(last);
        }
        Collections.shuffle(readings, random);

        for (Reading reading : readings) {
            table.apply(reading);
            table.end(reading.ticket());
        }
        events.flush();

        Entry known = table.find(ID);
        assertThat(known == null ? null : known.domain()).isEqualTo(last.domain());
        assertThat(table.list()).hasSize(known == null ? 0 : 1);
        assertThatEventsAreAChain(known == null ? null : known.system());
    }

    private void assertThatEventsAreAChain(VirtualSystem end) {
        VirtualSystem known = null;
        for (FacilityEvent event : told) {
            if (event instanceof SystemAdded added) {
                assertThat(known).isNull();
                known = added.system();
            } else if (event instanceof SystemChanged changed) {
                assertThat(changed.previous()).isEqualTo(known);
                known = changed.present();
            } else if (event instanceof SystemRemoved removed) {
                assertThat(removed.system()).isEqualTo(known);
                known = null;
            }
        }
        assertThat(known).isEqualTo(end);
    }
}
