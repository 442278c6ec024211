package org.telvirt.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvent.HostOccurrence;
import org.telvirt.facility.event.FacilityEvent.SystemAdded;
import org.telvirt.facility.event.FacilityEvent.SystemChanged;
import org.telvirt.facility.event.FacilityEvent.SystemRebooted;
import org.telvirt.facility.event.FacilityEvent.SystemRedefined;
import org.telvirt.facility.event.FacilityEvent.SystemRemoved;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HostEvent.MemoryFaulty;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.simulated.Incident;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** What a facility notices of what happens below it, and what it tells of that. */
@RanOn(Engine.SIMULATED)
class FacilityEventsSeenTest {
    private FacilityBench bench;

    @BeforeEach
    void openFacility() throws Exception {
        bench = new FacilityBench();
    }

    @AfterEach
    void closeFacility() {
        bench.close();
    }

    private LocalFacility facility() {
        return bench.facility();
    }

    private SystemState stateOf(SystemId id) {
        return facility().system(id).state();
    }

    @Nested
    class BehindItsBack {
        @Test
        void seesWhatOthersDoAtOnce() throws Exception {
            DomainId id =
                    bench.engine().define(FacilityBench.definition("hlr-1")).id();
            SystemId system = new SystemId(id.uuid());
            assertThat(stateOf(system)).isEqualTo(SystemState.DEFINED);

            bench.advance(Duration.ofSeconds(5));
            bench.engine().perform(LifecycleAction.START, id);
            assertThat(stateOf(system)).isEqualTo(SystemState.ACTIVE);
            assertThat(facility().system(system).lastStateChange())
                    .isEqualTo(bench.time().instant());
            assertThat(facility().system(system).requested()).isNull();

            bench.engine().redefine(id, present -> present.withName("hlr-9"));
            assertThat(facility().system(system).name()).isEqualTo("hlr-9");
            assertThat(facility().definition(system, Configuration.DEFINED).name())
                    .isEqualTo("hlr-9");

            bench.engine().perform(LifecycleAction.STOP, id);
            bench.engine().undefine(id);
            assertThat(facility().systems()).isEmpty();
        }

        @Test
        @Requirement("VMOPE1 failure-isolation")
        void seesAFailureAndLeavesTheOthersAlone() throws Exception {
            SystemId failing = bench.activate("hlr-1");
            SystemId other = bench.activate("hlr-2");
            VirtualSystem before = facility().system(other);
            bench.takeEvents();

            bench.host().happen(Incident.GUEST_PANIC, FacilityBench.domain(failing));

            assertThat(stateOf(failing)).isEqualTo(SystemState.CRASHED);
            assertThat(facility().system(failing).health()).isEqualTo(Health.FAILED);
            assertThat(facility().system(other)).isEqualTo(before);
            assertThat(bench.takeEvents())
                    .hasSize(1)
                    .allSatisfy(event ->
                            assertThat(((SystemChanged) event).present().id()).isEqualTo(failing));
            bench.change(failing, Transition.DEACTIVATE);
            bench.change(failing, Transition.ACTIVATE);
            assertThat(facility().system(failing).health()).isEqualTo(Health.OK);
        }

        @Test
        void comparesAfterAGap() throws Exception {
            SystemId stopped = bench.activate("hlr-1");
            SystemId gone = bench.define("hlr-2");
            SystemId renamed = bench.define("hlr-3");
            bench.takeEvents();
            bench.engine().cut();

            bench.host().happen(Incident.PROCESS_DEATH, FacilityBench.domain(stopped));
            bench.another().undefine(FacilityBench.domain(gone));
            bench.another().redefine(FacilityBench.domain(renamed), present -> present.withName("hlr-4"));
            bench.another().define(FacilityBench.definition("hlr-0"));
            assertThat(stateOf(stopped)).as("while cut off").isEqualTo(SystemState.ACTIVE);
            bench.engine().mend();

            assertThat(stateOf(stopped)).isEqualTo(SystemState.DEFINED);
            assertThat(facility().systems()).extracting(VirtualSystem::name).containsExactly("hlr-0", "hlr-1", "hlr-4");
            assertThat(bench.takeEvents())
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactlyInAnyOrder(
                            "SystemChanged", "SystemRemoved", "SystemChanged", "SystemAdded", "SystemRedefined");
        }

        @Test
        void seesADefinitionThatChangedDuringAGapOnTheNextRead() throws Exception {
            SystemId id = bench.define("hlr-1");
            bench.engine().cut();
            bench.another().redefine(FacilityBench.domain(id), present -> present.withDescription("new"));
            bench.takeEvents();

            assertThat(facility().definition(id, Configuration.DEFINED).description())
                    .as("while cut off")
                    .isNull();
            bench.engine().mend();

            assertThat(facility().definition(id, Configuration.DEFINED).description())
                    .isEqualTo("new");
            assertThat(bench.takeEvents()).hasSize(1).hasOnlyElementsOfType(SystemRedefined.class);
        }

        @Test
        void tellsADefinitionThatChangedDuringAGapThoughNobodyAsks() throws Exception {
            List<SystemId> systems = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                systems.add(bench.define("hlr-" + i));
            }
            bench.engine().cut();
            for (SystemId id : systems) {
                bench.another().redefine(FacilityBench.domain(id), present -> present.withDescription("new"));
            }
            bench.takeEvents();

            bench.engine().mend();

            assertThat(bench.takeEvents()).hasSize(40).hasOnlyElementsOfType(SystemRedefined.class);
        }

        @Test
        @Requirement("VMFH2 memory-fault")
        void tellsWhatHappensToTheHost() throws Exception {
            bench.takeEvents();

            bench.host().memoryErrors(0, 1);

            assertThat(bench.takeEvents())
                    .hasSize(1)
                    .allSatisfy(
                            event -> assertThat(((HostOccurrence) event).what()).isInstanceOf(MemoryFaulty.class));
        }

        @Test
        void listsAgainWhenTheEngineDidNotAnswer() throws Exception {
            SystemId id = bench.define("hlr-1");
            bench.engine().failNextReads(1);

            bench.another().perform(LifecycleAction.START, FacilityBench.domain(id));
            assertThat(stateOf(id)).as("the read after the event failed").isEqualTo(SystemState.DEFINED);
            bench.advance(Duration.ofSeconds(1));

            assertThat(stateOf(id)).isEqualTo(SystemState.ACTIVE);
        }
    }

    @Nested
    class Telling {
        private final List<FacilityEvent> second = new ArrayList<>();

        @Test
        void carriesPreviousAndPresent() throws Exception {
            SystemId id = bench.define("hlr-1");
            bench.change(id, Transition.ACTIVATE);
            facility().redefine(id, present -> present.withDescription("new"));
            bench.change(id, Transition.RESET);
            facility().destroy(id);

            List<FacilityEvent> events = bench.takeEvents();

            assertThat(events.get(0)).isInstanceOf(SystemAdded.class);
            assertThat(events).last().isInstanceOf(SystemRemoved.class);
            assertThat(events).filteredOn(SystemRebooted.class::isInstance).hasSize(1);
            assertThat(events)
                    .filteredOn(SystemRedefined.class::isInstance)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(((SystemRedefined) event).previous().description())
                                .isNull();
                        assertThat(((SystemRedefined) event).present().description())
                                .isEqualTo("new");
                    });
            VirtualSystem known = ((SystemAdded) events.get(0)).system();
            for (FacilityEvent event : events) {
                if (event instanceof SystemChanged changed) {
                    assertThat(changed.previous()).isEqualTo(known);
                    assertThat(changed.present()).isNotEqualTo(known);
                    known = changed.present();
                }
            }
            assertThat(((SystemRemoved) events.get(events.size() - 1)).system()).isEqualTo(known);
        }

        @Test
        void endsWithTheRegistrationAndSurvivesAListenerThatFails() throws Exception {
            var closed = facility().listen(second::add);
            closed.close();
            var failing = facility().listen(event -> {
                throw new IllegalStateException("so");
            });
            List<FacilityEvent> third = new ArrayList<>();
            var last = facility().listen(third::add);

            assertThatThrownBy(() -> bench.define("hlr-1")).hasMessage("so");
            failing.close();
            bench.define("hlr-2");

            assertThat(second).isEmpty();
            assertThat(third).hasSize(2);
            last.close();
        }

        @Test
        void stopsWhenTheFacilityIsClosed() throws Exception {
            facility().close();
            bench.takeEvents();

            bench.engine().define(FacilityBench.definition("hlr-1"));

            assertThat(bench.takeEvents()).isEmpty();
            assertThat(facility().systems()).isEmpty();
        }
    }
}
