package org.telvirt.facility.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.facility.testing.HeldExecutor;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.simulated.GuestBehaviour;
import org.telvirt.hypervisor.simulated.Incident;
import org.telvirt.hypervisor.simulated.ManualTime;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.hypervisor.simulated.SimulatedHypervisor;

class EngineFeedTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final SimulatedHost host = new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, time, time);
    private final SimulatedHypervisor others = host.connect();
    private final CountingEngine counting = new CountingEngine(host.connect());
    private final HeldExecutor events = new HeldExecutor();
    private LocalFacility facility;

    @BeforeEach
    void openFacility() throws Exception {
        facility = LocalFacility.open(
                counting.engine(),
                FacilitySettings.standard().withGrace(Duration.ZERO).withQueuedEvents(3),
                new FacilityThreads(Runnable::run, events, time),
                time);
        counting.takeCalls();
    }

    @AfterEach
    void closeFacility() {
        facility.close();
    }

    private DomainId domainOfOthers() throws Exception {
        DomainId id = others.define(FacilityBench.definition("hlr-1")).id();
        events.runAll();
        counting.takeCalls();
        return id;
    }

    private static SystemId system(DomainId id) {
        return new SystemId(id.uuid());
    }

    @Test
    void readsADomainOnceForEachChangeSomeoneElseMakes() throws Exception {
        DomainId id = domainOfOthers();

        others.perform(LifecycleAction.START, id);
        assertThat(facility.system(system(id)).state())
                .as("before the event is digested")
                .isEqualTo(SystemState.DEFINED);
        events.runAll();
        assertThat(facility.system(system(id)).state()).isEqualTo(SystemState.ACTIVE);
        assertThat(counting.takeCalls()).containsExactly("domain", "definition", "definition", "definition");

        others.perform(LifecycleAction.PAUSE, id);
        events.runAll();
        assertThat(facility.system(system(id)).state()).isEqualTo(SystemState.PAUSED);
        assertThat(counting.takeCalls())
                .as("the run goes on, and so does its definition")
                .containsExactly("domain");
    }

    @Test
    void answersEveryQuestionWithoutTheEngine() throws Exception {
        DomainId id = domainOfOthers();

        facility.systems();
        facility.system(system(id));
        facility.availableTransitions(system(id));
        facility.definition(system(id), Configuration.ACTIVE);
        facility.definition(system(id), Configuration.DEFINED);
        facility.host();

        assertThat(counting.takeCalls()).isEmpty();
    }

    @Test
    void doesNotReadAgainWhatHasBeenReadSinceTheEventCame() throws Exception {
        SystemId id = facility.define(FacilityBench.definition("hlr-1")).id();
        facility.change(id, Transition.ACTIVATE, null);
        assertThat(counting.takeCalls())
                .containsExactly(
                        "define",
                        "domain",
                        "definition",
                        "definition",
                        "perform",
                        "domain",
                        "definition",
                        "definition",
                        "definition");

        events.runAll();

        assertThat(counting.takeCalls()).isEmpty();
    }

    @Test
    void listsOnceInsteadOfDigestingMoreEventsThanItKeeps() throws Exception {
        for (int i = 0; i < 10; i++) {
            others.define(FacilityBench.definition("hlr-" + i));
        }

        events.runAll();

        assertThat(facility.systems()).hasSize(10);
        assertThat(counting.takeCalls()).contains("domains");
        others.define(FacilityBench.definition("hlr-10"));
        events.runAll();
        assertThat(facility.systems()).hasSize(11);
    }

    @Test
    void seesARunThatWasReplacedBetweenTwoLooks() throws Exception {
        DomainId id = domainOfOthers();
        others.perform(LifecycleAction.START, id);
        events.runAll();
        others.redefine(id, present -> present.withDescription("new"));
        events.runAll();
        assertThat(facility.definition(system(id), Configuration.ACTIVE).description())
                .isNull();

        others.perform(LifecycleAction.STOP, id);
        others.perform(LifecycleAction.START, id);
        events.runAll();

        assertThat(facility.definition(system(id), Configuration.ACTIVE).description())
                .isEqualTo("new");
    }

    @Test
    void doesNotTakeAnEarlierRebootForTheOneThatWasAskedFor() throws Exception {
        SystemId id = system(domainOfOthers());
        facility.change(id, Transition.ACTIVATE, null);
        host.behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
        facility.change(id, Transition.RESET, null);
        Outcome.Underway reboot = (Outcome.Underway) facility.change(id, Transition.REBOOT, null);

        events.runAll();
        assertThat(facility.job(reboot.job().id()).isOver())
                .as("after the reset was told")
                .isFalse();

        host.happen(Incident.GUEST_REBOOT, FacilityBench.domain(id));
        events.runAll();
        assertThat(facility.job(reboot.job().id()).isOver()).isTrue();
    }
}
