package org.telvirt.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvent.SystemChanged;
import org.telvirt.facility.event.FacilityEvent.SystemRebooted;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.simulated.GuestBehaviour;
import org.telvirt.hypervisor.simulated.Incident;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
class TransitionsTest {
    private FacilityBench bench;

    @BeforeEach
    void openFacility() throws Exception {
        bench = new FacilityBench();
    }

    @AfterEach
    void closeFacility() {
        bench.close();
    }

    private VirtualSystem system(SystemId id) {
        return bench.facility().system(id);
    }

    private SystemId systemIn(SystemState state) throws Exception {
        SystemId id = bench.define("hlr-1");
        switch (state) {
            case ACTIVE -> bench.change(id, Transition.ACTIVATE);
            case PAUSED -> {
                bench.change(id, Transition.ACTIVATE);
                bench.change(id, Transition.PAUSE);
            }
            case SUSPENDED -> {
                bench.change(id, Transition.ACTIVATE);
                bench.change(id, Transition.SUSPEND);
            }
            default -> assertThat(state).isEqualTo(SystemState.DEFINED);
        }
        assertThat(system(id).state()).isEqualTo(state);
        return id;
    }

    private static FacilityException refused(Reason reason, ThrowingCallable call) {
        FacilityException refusal = catchThrowableOfType(FacilityException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }

    private record Step(SystemState from, Transition transition, SystemState to) {}

    static Stream<Step> steps() {
        return Stream.of(
                new Step(SystemState.DEFINED, Transition.ACTIVATE, SystemState.ACTIVE),
                new Step(SystemState.ACTIVE, Transition.DEACTIVATE, SystemState.DEFINED),
                new Step(SystemState.ACTIVE, Transition.PAUSE, SystemState.PAUSED),
                new Step(SystemState.ACTIVE, Transition.SUSPEND, SystemState.SUSPENDED),
                new Step(SystemState.ACTIVE, Transition.RESET, SystemState.ACTIVE),
                new Step(SystemState.PAUSED, Transition.ACTIVATE, SystemState.ACTIVE),
                new Step(SystemState.PAUSED, Transition.DEACTIVATE, SystemState.DEFINED),
                new Step(SystemState.PAUSED, Transition.SUSPEND, SystemState.SUSPENDED),
                new Step(SystemState.PAUSED, Transition.RESET, SystemState.PAUSED),
                new Step(SystemState.SUSPENDED, Transition.ACTIVATE, SystemState.ACTIVE),
                new Step(SystemState.SUSPENDED, Transition.DEACTIVATE, SystemState.DEFINED));
    }

    @ParameterizedTest
    @MethodSource("steps")
    @Requirement({
        "VMOPE4 activate", "VMOPE4 deactivate", "VMOPE4 pause", "VMOPE4 suspend", "VMOPE4 reset",
        "VMOPE4 others-unaffected", "VMOPE5 activate", "VMOPE5 deactivate", "VMOPE5 pause", "VMOPE5 suspend",
        "VMOPE5 reset", "VMOPE5 others-unaffected"
    })
    void leadToTheStateAndLeaveOthersAlone(Step step) throws Exception {
        SystemId id = systemIn(step.from());
        VirtualSystem other = system(bench.activate("hlr-9"));
        assertThat(bench.facility().availableTransitions(id)).contains(step.transition());

        assertThat(bench.change(id, step.transition())).isEqualTo(new Outcome.Completed());

        assertThat(system(id).state()).isEqualTo(step.to());
        assertThat(system(id).requested()).isEqualTo(step.transition());
        assertThat(system(id).underway()).isNull();
        assertThat(system(other.id())).isEqualTo(other);
        assertThat(bench.facility().jobs()).isEmpty();
        assertThat(bench.time().pending()).as("deadlines left").isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFINED", "ACTIVE", "PAUSED", "SUSPENDED"})
    void areRefusedIfNotAvailableAndChangeNothing(SystemState state) throws Exception {
        SystemId id = systemIn(state);
        VirtualSystem before = system(id);
        bench.takeEvents();

        for (Transition transition : Transition.values()) {
            if (!bench.facility().availableTransitions(id).contains(transition)) {
                assertThat(refused(Reason.INVALID_TRANSITION, () -> bench.change(id, transition)))
                        .as("%s from %s", transition, state)
                        .hasMessageEndingWith("'hlr-1': it is " + state.name().toLowerCase(Locale.ROOT));
            }
        }

        assertThat(system(id)).isEqualTo(before);
        assertThat(bench.takeEvents()).isEmpty();
    }

    @Test
    void areKnownForAnUnknownSystemToo() {
        SystemId unknown = new SystemId(UUID.randomUUID());

        assertThat(refused(Reason.NOT_FOUND, () -> bench.change(unknown, Transition.ACTIVATE)))
                .hasMessage("There is no virtual system " + unknown);
        assertThat(bench.facility().availableTransitions(unknown)).isEmpty();
    }

    @Test
    void askTheEngineBeforeTheyAreRefused() throws Exception {
        SystemId id = systemIn(SystemState.DEFINED);
        // the event is lost, so that the view is behind
        bench.engine().cut();
        bench.another().perform(LifecycleAction.START, FacilityBench.domain(id));
        bench.facility().close();
        bench.engine().mend();
        assertThat(system(id).state()).isEqualTo(SystemState.DEFINED);

        bench.change(id, Transition.PAUSE);

        assertThat(system(id).state()).isEqualTo(SystemState.PAUSED);
    }

    @Test
    void activateWhatWasPausedWhenItWasSuspended() throws Exception {
        SystemId id = systemIn(SystemState.PAUSED);
        bench.change(id, Transition.SUSPEND);

        bench.change(id, Transition.ACTIVATE);

        assertThat(system(id).state()).isEqualTo(SystemState.ACTIVE);
    }

    @Test
    void wakeAGuestThatPutItselfToSleep() throws Exception {
        SystemId id = systemIn(SystemState.ACTIVE);
        bench.host().happen(Incident.GUEST_SLEEP, FacilityBench.domain(id));
        assertThat(system(id).state()).isEqualTo(SystemState.PAUSED);

        bench.change(id, Transition.ACTIVATE);

        assertThat(system(id).state()).isEqualTo(SystemState.ACTIVE);
    }

    @Test
    void failWithTheEnginesWordsAndLeaveWhatWasRequested() throws Exception {
        SystemId id = systemIn(SystemState.ACTIVE);
        VirtualSystem before = system(id);
        bench.host()
                .failNext(
                        LifecycleAction.SAVE,
                        new HypervisorException(
                                HypervisorException.Reason.INTERNAL, "Cannot save 'hlr-1': no space left"));

        assertThat(refused(Reason.INTERNAL, () -> bench.change(id, Transition.SUSPEND)))
                .hasMessage("Cannot save 'hlr-1': no space left");

        assertThat(system(id)).isEqualTo(before);
        bench.change(id, Transition.SUSPEND);
    }

    @Test
    @Requirement("VMACT1 automatic")
    void activateOnlyWhatTheHostHasMemoryFor() throws Exception {
        try (FacilityBench small = new FacilityBench(
                SimulatedHostSettings.standard().withMemory(ByteSize.ofMebibytes(1000)),
                FacilitySettings.standard().withGrace(Duration.ZERO))) {
            small.activate("hlr-1");
            SystemId second = small.define("hlr-2");

            assertThat(refused(Reason.INSUFFICIENT_RESOURCES, () -> small.change(second, Transition.ACTIVATE)))
                    .hasMessage("Cannot start 'hlr-2': host 'simulated' has 488 MiB of memory free,"
                            + " its definition asks for 512 MiB");

            assertThat(small.facility().system(second).state()).isEqualTo(SystemState.DEFINED);
        }
    }

    @Test
    void refuseATimeoutThatIsNoTime() throws Exception {
        SystemId id = systemIn(SystemState.DEFINED);

        for (Duration timeout : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            refused(Reason.INVALID_ARGUMENT, () -> bench.facility().change(id, Transition.ACTIVATE, timeout));
        }
    }

    @Nested
    @Requirement({"VMOPE4 shutdown", "VMOPE4 reboot", "VMOPE5 shutdown", "VMOPE5 reboot"})
    class ByTheGuest {
        @Test
        void areJobsUntilTheGuestHasDoneIt() throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);

            JobId job = bench.job(id, Transition.SHUT_DOWN);

            assertThat(bench.job(job).state()).isEqualTo(JobState.RUNNING);
            assertThat(bench.job(job).name()).isEqualTo("Shut down 'hlr-1'");
            assertThat(bench.job(job).subject()).isEqualTo(id);
            assertThat(bench.job(job).percentComplete()).isEqualTo(50);
            assertThat(system(id).underway()).isEqualTo(Transition.SHUT_DOWN);
            assertThat(system(id).requested()).isEqualTo(Transition.SHUT_DOWN);
            assertThat(system(id).state()).isEqualTo(SystemState.SHUTTING_DOWN);
            bench.advance(Duration.ofSeconds(1));
            assertThat(bench.job(job).state()).isEqualTo(JobState.COMPLETED);
            assertThat(bench.job(job).percentComplete()).isEqualTo(100);
            assertThat(bench.job(job).ended()).isEqualTo(bench.time().instant());
            assertThat(system(id).state()).isEqualTo(SystemState.DEFINED);
            assertThat(system(id).underway()).isNull();
        }

        @Test
        void rebootIsOverWhenTheGuestHasBegunAnew() throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);
            bench.takeEvents();

            JobId job = bench.job(id, Transition.REBOOT);
            bench.advance(Duration.ofMillis(999));
            assertThat(bench.job(job).state()).isEqualTo(JobState.RUNNING);
            bench.advance(Duration.ofMillis(1));

            assertThat(bench.job(job).state()).isEqualTo(JobState.COMPLETED);
            assertThat(system(id).state()).isEqualTo(SystemState.ACTIVE);
            assertThat(bench.takeEvents())
                    .filteredOn(SystemRebooted.class::isInstance)
                    .hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(names = {"SHUT_DOWN", "REBOOT"})
        void failAtTheDeadlineIfTheGuestDoesNotListenAndLeaveItUsable(Transition transition) throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);
            bench.host().behave(FacilityBench.domain(id), GuestBehaviour.DEAF);

            Outcome outcome = bench.facility().change(id, transition, Duration.ofSeconds(90));
            JobId job = ((Outcome.Underway) outcome).job().id();
            bench.advance(Duration.ofSeconds(89));
            assertThat(bench.job(job).isOver()).isFalse();
            bench.advance(Duration.ofSeconds(1));

            assertThat(bench.job(job).state()).isEqualTo(JobState.FAILED);
            assertThat(bench.job(job).failure().reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(bench.job(job).failure())
                    .hasMessageContaining("its guest did not do so within 90 s; it goes on as it is");
            assertThat(system(id).state()).isEqualTo(SystemState.ACTIVE);
            assertThat(system(id).underway()).isNull();
            bench.change(id, Transition.PAUSE);
            assertThat(system(id).state()).isEqualTo(SystemState.PAUSED);
        }

        @Test
        void haveFiveMinutesIfTheCallerDoesNotSay() throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);
            bench.host().behave(FacilityBench.domain(id), GuestBehaviour.DEAF);

            JobId job = bench.job(id, Transition.SHUT_DOWN);
            bench.advance(Duration.ofSeconds(299));
            assertThat(bench.job(job).isOver()).isFalse();
            bench.advance(Duration.ofSeconds(1));

            assertThat(bench.job(job).state()).isEqualTo(JobState.FAILED);
        }

        @Test
        void areDoneAtOnceIfTheGuestIsQuick() throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);
            // the guest is done before the engine's call returns
            bench.facility().listen(event -> {
                if (event instanceof SystemChanged changed && changed.present().state() == SystemState.SHUTTING_DOWN) {
                    bench.advance(Duration.ofSeconds(1));
                }
            });

            assertThat(bench.change(id, Transition.SHUT_DOWN)).isEqualTo(new Outcome.Completed());

            assertThat(system(id).state()).isEqualTo(SystemState.DEFINED);
            assertThat(bench.facility().jobs()).isEmpty();
        }

        @Test
        void endWithWhatBecomesOfTheSystemMeanwhile() throws Exception {
            assertThat(endOf(Transition.SHUT_DOWN, Incident.PROCESS_DEATH).state())
                    .isEqualTo(JobState.COMPLETED);
            assertThat(endOf(Transition.SHUT_DOWN, Incident.GUEST_PANIC).failure())
                    .hasMessage("Cannot shut down 'hlr-1': its guest crashed meanwhile; deactivate it");
            assertThat(endOf(Transition.REBOOT, Incident.GUEST_PANIC).failure())
                    .hasMessage("Cannot reboot 'hlr-1': its guest crashed meanwhile");
            assertThat(endOf(Transition.REBOOT, Incident.GUEST_REBOOT).state()).isEqualTo(JobState.COMPLETED);
        }

        private Job endOf(Transition transition, Incident incident) throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);
            bench.host().behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
            JobId job = bench.job(id, transition);
            bench.host().happen(incident, FacilityBench.domain(id));
            bench.facility().destroy(id);
            return bench.job(job);
        }

        @Test
        void seeTheirGoalReachedDuringAGap() throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);
            JobId job = bench.job(id, Transition.SHUT_DOWN);
            bench.engine().cut();
            bench.advance(Duration.ofSeconds(1));
            assertThat(bench.job(job).isOver()).isFalse();

            bench.engine().mend();

            assertThat(bench.job(job).state()).isEqualTo(JobState.COMPLETED);
        }

        @Test
        void areNotTakenForDoneByWhatCameBefore() throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);
            bench.host().behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
            bench.change(id, Transition.RESET);

            JobId job = bench.job(id, Transition.REBOOT);

            assertThat(bench.job(job).isOver()).isFalse();
        }
    }

    @Nested
    class OneAtATime {
        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEACTIVATE")
        void refusesAnotherAndNamesTheOneUnderway(Transition transition) throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);
            JobId job = bench.job(id, Transition.REBOOT);

            assertThat(refused(Reason.BUSY, () -> bench.change(id, transition)))
                    .hasMessageEndingWith("busy with another wish, to reboot 'hlr-1'; try again later");

            assertThat(bench.job(job).isOver()).isFalse();
            assertThat(bench.facility().jobs()).hasSize(1);
            assertThat(bench.facility().availableTransitions(id)).containsExactly(Transition.DEACTIVATE);
        }

        @ParameterizedTest
        @EnumSource(names = {"SHUT_DOWN", "REBOOT"})
        void letsADeactivationOvertakeWhatWaitsForTheGuest(Transition waiting) throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);
            bench.host().behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
            JobId job = bench.job(id, waiting);

            assertThat(bench.change(id, Transition.DEACTIVATE)).isEqualTo(new Outcome.Completed());

            assertThat(system(id).state()).isEqualTo(SystemState.DEFINED);
            assertThat(system(id).requested()).isEqualTo(Transition.DEACTIVATE);
            assertThat(system(id).underway()).isNull();
            assertThat(bench.job(job).state()).isEqualTo(JobState.TERMINATED);
            assertThat(bench.job(job).failure().reason()).isEqualTo(Reason.CANCELLED);
            assertThat(bench.job(job).failure()).hasMessageEndingWith("overtaken by the wish to deactivate 'hlr-1'");
            bench.change(id, Transition.ACTIVATE);
            bench.advance(Duration.ofMinutes(4));
            assertThat(system(id).state()).isEqualTo(SystemState.ACTIVE);
        }

        @Test
        void letsADestructionOvertakeToo() throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);
            JobId job = bench.job(id, Transition.SHUT_DOWN);

            bench.facility().destroy(id);

            assertThat(bench.facility().systems()).isEmpty();
            assertThat(bench.job(job).state()).isEqualTo(JobState.TERMINATED);
        }

        @Test
        void doesNotHoldUpOtherSystems() throws Exception {
            SystemId first = systemIn(SystemState.ACTIVE);
            SystemId second = bench.activate("hlr-2");
            bench.job(first, Transition.SHUT_DOWN);

            bench.change(second, Transition.PAUSE);

            assertThat(system(second).state()).isEqualTo(SystemState.PAUSED);
        }
    }

    @Nested
    class Events {
        @Test
        void showWhatIsUnderwayAndThatItIsOver() throws Exception {
            SystemId id = bench.define("hlr-1");
            bench.takeEvents();

            bench.change(id, Transition.ACTIVATE);

            List<VirtualSystem> seen = bench.takeEvents().stream()
                    .map(event -> ((SystemChanged) event).present())
                    .toList();
            assertThat(seen)
                    .extracting(VirtualSystem::state, VirtualSystem::underway)
                    .containsExactly(
                            tuple(SystemState.DEFINED, Transition.ACTIVATE),
                            tuple(SystemState.ACTIVE, Transition.ACTIVATE),
                            tuple(SystemState.ACTIVE, null));
        }

        @Test
        void followAJobFromItsBeginningToBeingForgotten() throws Exception {
            SystemId id = systemIn(SystemState.ACTIVE);
            bench.takeEvents();
            bench.job(id, Transition.SHUT_DOWN);
            bench.advance(Duration.ofMinutes(5).plusSeconds(1));

            assertThat(bench.takeEvents().stream()
                            .filter(event -> !(event instanceof SystemChanged))
                            .map(FacilityEvent::getClass)
                            .map(Class::getSimpleName))
                    .containsExactly("JobCreated", "JobChanged", "JobRemoved");
            assertThat(bench.facility().jobs()).isEmpty();
        }
    }
}
