package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainDefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainRedefined;
import org.telvirt.hypervisor.HypervisorEvent.DomainStateChanged;
import org.telvirt.hypervisor.HypervisorEvent.DomainUndefined;
import org.telvirt.hypervisor.HypervisorEvent.Gap;
import org.telvirt.hypervisor.StateReason;

class LifecycleEventsTest {
    private static final Instant TIME = Instant.EPOCH;
    private static final DomainId ID = new DomainId(UUID.randomUUID());

    private final List<HypervisorEvent> told = new ArrayList<>();
    private final Set<DomainId> saving = new HashSet<>();
    private DomainState now = DomainState.SHUT_OFF;
    private final LifecycleEvents events = new LifecycleEvents(id -> now, false, saving, told::add);

    private void happens(int event, int detail) {
        events.happened(new LifecycleEvents.Happening(TIME, ID, "web", event, detail));
    }

    private static DomainStateChanged changed(DomainState state, StateReason reason) {
        return new DomainStateChanged(TIME, ID, "web", state, reason);
    }

    /** virDomainEventType and its details, as libvirt's reference lists them. */
    @ParameterizedTest
    @CsvSource({
        "2, 0, RUNNING, NORMAL",
        "2, 1, PAUSED, MIGRATION",
        "2, 2, RUNNING, NORMAL",
        "2, 3, RUNNING, SNAPSHOT",
        "3, 0, PAUSED, NORMAL",
        "3, 1, PAUSED, MIGRATION",
        "3, 2, PAUSED, IO_ERROR",
        "3, 3, PAUSED, WATCHDOG",
        "3, 4, PAUSED, NORMAL",
        "3, 5, PAUSED, SNAPSHOT",
        "4, 0, RUNNING, NORMAL",
        "4, 1, RUNNING, MIGRATION",
        "4, 2, RUNNING, SNAPSHOT",
        "5, 0, SHUT_OFF, NORMAL",
        "5, 1, SHUT_OFF, NORMAL",
        "5, 2, SHUT_OFF, FAILED",
        "5, 3, SHUT_OFF, MIGRATION",
        "5, 5, SHUT_OFF, FAILED",
        "5, 6, SHUT_OFF, SNAPSHOT",
        "6, 1, SHUTTING_DOWN, NORMAL",
        "7, 0, GUEST_SUSPENDED, NORMAL",
        "8, 0, CRASHED, GUEST_CRASHED"
    })
    void tellTheStateAndItsReason(int event, int detail, DomainState state, StateReason reason) {
        happens(event, detail);

        assertThat(told).containsExactly(changed(state, reason));
    }

    @Test
    void tellAStateOnce() {
        happens(2, 0);
        happens(4, 0);

        assertThat(told).hasSize(1);
    }

    @Test
    void tellAStateAgainAfterAGap() {
        happens(2, 0);
        events.told(new Gap(TIME, "lost"));
        happens(2, 0);

        assertThat(told).hasSize(3);
    }

    @Test
    void tellDefinitionsAndTheirChanges() {
        happens(0, 0);
        happens(0, 1);
        happens(1, 1); // the old name of a renamed domain
        happens(0, 2);
        happens(1, 0);

        assertThat(told)
                .containsExactly(
                        new DomainDefined(TIME, ID, "web"),
                        new DomainRedefined(TIME, ID, "web"),
                        new DomainRedefined(TIME, ID, "web"),
                        new DomainUndefined(TIME, ID, "web"));
    }

    @Test
    void tellASavedRunFromOneThatWasSavedElsewhere() {
        now = DomainState.SAVED;
        happens(5, 4);
        now = DomainState.SHUT_OFF;
        happens(2, 2);
        happens(5, 4);

        assertThat(told)
                .containsExactly(
                        changed(DomainState.SAVED, StateReason.NORMAL),
                        changed(DomainState.RUNNING, StateReason.NORMAL),
                        changed(DomainState.SHUT_OFF, StateReason.NORMAL));
    }

    @Test
    void leaveOutThatADomainStandsStillWhileItIsSaved() {
        saving.add(ID);
        now = DomainState.SAVED;
        happens(3, 0);
        happens(5, 4);

        assertThat(told).containsExactly(changed(DomainState.SAVED, StateReason.NORMAL));
        assertThat(saving).isEmpty();
    }

    @Test
    void leaveOutThatAProcessIsBeingEnded() {
        happens(6, 2);

        assertThat(told).isEmpty();
    }

    @Test
    void tellTheEndOfATransientDomainOnce() {
        now = null;
        happens(5, 1);
        happens(1, 0); // of a persistent one that was removed before we could look

        assertThat(told)
                .containsExactly(
                        changed(DomainState.SHUT_OFF, StateReason.NORMAL), new DomainUndefined(TIME, ID, "web"));
    }

    @Test
    void tellACrashedGuestFromADeadProcess() {
        happens(8, 0);
        happens(5, 2);

        assertThat(told)
                .containsExactly(
                        changed(DomainState.CRASHED, StateReason.GUEST_CRASHED),
                        changed(DomainState.SHUT_OFF, StateReason.GUEST_CRASHED));
    }

    @Test
    void passOverWhatANewerLibvirtAdds() {
        happens(99, 0);

        assertThat(told).isEmpty();
    }

    @Nested
    class OfXen {
        private final LifecycleEvents xen = new LifecycleEvents(id -> now, true, saving, told::add);

        private void happens(int event, int detail) {
            xen.happened(new LifecycleEvents.Happening(TIME, ID, "web", event, detail));
        }

        /** Seen of libvirt 9.0: the new run is told before the end of the old one. */
        @Test
        void tellARebootOnceTheNewRunIsTheOneThatGoesOn() {
            happens(2, 0);
            now = DomainState.RUNNING;
            happens(2, 0);
            happens(5, 0);

            assertThat(told)
                    .containsExactly(
                            changed(DomainState.RUNNING, StateReason.NORMAL),
                            new HypervisorEvent.DomainRebooted(TIME, ID, "web"));
        }

        @Test
        void tellACrashThatIsFollowedByANewRun() {
            happens(2, 0);
            now = DomainState.RUNNING;
            happens(2, 0);
            happens(5, 2);

            assertThat(told)
                    .containsExactly(
                            changed(DomainState.RUNNING, StateReason.NORMAL),
                            changed(DomainState.CRASHED, StateReason.GUEST_CRASHED),
                            new HypervisorEvent.DomainRebooted(TIME, ID, "web"),
                            changed(DomainState.RUNNING, StateReason.NORMAL));
        }

        @Test
        void tellAnEndThatNobodyFollows() {
            happens(2, 0);
            happens(5, 0);

            assertThat(told).last().isEqualTo(changed(DomainState.SHUT_OFF, StateReason.NORMAL));
        }
    }
}
