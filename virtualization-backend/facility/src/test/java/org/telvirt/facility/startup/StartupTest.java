package org.telvirt.facility.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.facility.FacilityRecords;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvent.SystemChanged;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.journal.KeptTexts;
import org.telvirt.facility.pool.PoolRecords;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.Automation;
import org.telvirt.hypervisor.definition.Automation.StartAction;
import org.telvirt.hypervisor.definition.Automation.StopAction;
import org.telvirt.hypervisor.definition.FaultPolicy;
import org.telvirt.hypervisor.simulated.GuestBehaviour;
import org.telvirt.hypervisor.simulated.Incident;
import org.telvirt.hypervisor.simulated.ManualTime;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
class StartupTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final SimulatedHost host = new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, time, time);
    private final Hypervisor engine = host.connect();
    private final KeptTexts texts = new KeptTexts();
    private final List<String> told = new ArrayList<>();
    private LocalFacility facility;
    private HostAutomation automation;

    @BeforeEach
    void begin() throws Exception {
        open("first");
    }

    /** As at the start of the process; the state of the host stays. */
    private void open(String boot) throws Exception {
        facility = LocalFacility.open(
                engine,
                FacilitySettings.standard().withGrace(Duration.ZERO),
                new FacilityThreads(Runnable::run, Runnable::run, time),
                time,
                new FacilityRecords(texts, PoolRecords.inMemory()));
        var unused = facility.listen(this::note);
        automation = facility.automate(texts, boot);
    }

    private void restart(String boot) throws Exception {
        automation.close();
        facility.close();
        told.clear();
        open(boot);
    }

    private void note(FacilityEvent event) {
        if (event instanceof SystemChanged changed
                && changed.previous().state() != changed.present().state()) {
            told.add(Duration.between(Instant.parse("2026-01-01T00:00:00Z"), changed.time())
                            .toSeconds() + " " + changed.present().name() + " "
                    + changed.present().state());
        }
    }

    private SystemId define(String name, Automation automation) throws Exception {
        return facility.define(FacilityBench.definition(name).withAutomation(automation))
                .id();
    }

    private static Automation starts(StartAction action, int sequence, int delay) {
        return new Automation(action, sequence, Duration.ofSeconds(delay), null);
    }

    private static Automation stops(int sequence, StopAction action) {
        return new Automation(StartAction.NONE, sequence, Duration.ZERO, action);
    }

    private SystemState state(SystemId id) {
        VirtualSystem system = facility.system(id);
        return system == null ? SystemState.UNKNOWN : system.state();
    }

    private void powerFailure() throws HypervisorException {
        for (var domain : engine.domains()) {
            if (LifecycleAction.STOP.possibleFrom(domain.state())) {
                engine.perform(LifecycleAction.STOP, domain.id());
            }
        }
    }

    @Nested
    @Requirement("VMDEF1")
    class StartOfTheHost {
        @Test
        void startsInTheirOrderWithTheirDelays() throws Exception {
            define("three", starts(StartAction.ALWAYS, 3, 1));
            define("one", starts(StartAction.ALWAYS, 1, 1));
            define("two", starts(StartAction.ALWAYS, 2, 5));
            define("whenever", starts(StartAction.ALWAYS, 0, 0));
            define("never", Automation.NONE);

            restart("second");
            time.advance(Duration.ofMinutes(1));

            assertThat(told).containsExactly("1 one ACTIVE", "6 two ACTIVE", "7 three ACTIVE", "7 whenever ACTIVE");
            assertThat(facility.jobs()).singleElement().satisfies(job -> {
                assertThat(job.name()).isEqualTo("Start 4 virtual systems with the host");
                assertThat(job.state()).isEqualTo(JobState.COMPLETED);
                assertThat(job.percentComplete()).isEqualTo(100);
            });
        }

        @Test
        void isNoRestartOfTelvirt() throws Exception {
            SystemId id = define("one", starts(StartAction.ALWAYS, 1, 0));

            restart("first");
            time.advance(Duration.ofMinutes(1));

            assertThat(state(id)).isEqualTo(SystemState.DEFINED);
            assertThat(facility.jobs()).isEmpty();
        }

        @Test
        void startsWhatWasActiveWhenThePowerFailed() throws Exception {
            SystemId active = define("active", starts(StartAction.IF_PREVIOUSLY_ACTIVE, 0, 0));
            SystemId stopped = define("stopped", starts(StartAction.IF_PREVIOUSLY_ACTIVE, 0, 0));
            facility.change(active, Transition.ACTIVATE, null);
            facility.change(stopped, Transition.ACTIVATE, null);
            facility.change(stopped, Transition.DEACTIVATE, null);
            automation.close(); // the process ends with the host
            facility.close();
            powerFailure();

            open("second");
            time.advance(Duration.ofMinutes(1));

            assertThat(state(active)).isEqualTo(SystemState.ACTIVE);
            assertThat(state(stopped)).isEqualTo(SystemState.DEFINED);
        }

        @Test
        void goesOnWithTheRestWhenTelvirtIsKilledInTheMiddle() throws Exception {
            SystemId first = define("first", starts(StartAction.IF_PREVIOUSLY_ACTIVE, 1, 0));
            SystemId second = define("second", starts(StartAction.IF_PREVIOUSLY_ACTIVE, 2, 60));
            facility.change(first, Transition.ACTIVATE, null);
            facility.change(second, Transition.ACTIVATE, null);
            automation.close();
            facility.close();
            powerFailure();

            open("next");
            assertThat(state(first)).isEqualTo(SystemState.ACTIVE);
            assertThat(state(second)).isEqualTo(SystemState.DEFINED);
            restart("next");
            time.advance(Duration.ofMinutes(2));

            assertThat(state(second)).isEqualTo(SystemState.ACTIVE);
        }

        @Test
        void leavesWhatSomebodyElseStarted() throws Exception {
            SystemId id = define("one", starts(StartAction.ALWAYS, 1, 1));
            automation.close();
            facility.close();
            engine.perform(LifecycleAction.START, new DomainId(id.uuid())); // as libvirt's autostart does
            told.clear();

            open("second");
            time.advance(Duration.ofMinutes(1));

            assertThat(told).isEmpty();
            assertThat(facility.jobs()).isEmpty();
        }

        @Test
        void isNotHeldUpByOneThatFails() throws Exception {
            define("one", starts(StartAction.ALWAYS, 1, 0));
            SystemId two = define("two", starts(StartAction.ALWAYS, 2, 0));
            host.failNext(
                    LifecycleAction.START,
                    new HypervisorException(
                            HypervisorException.Reason.INSUFFICIENT_RESOURCES, "Cannot start 'one': no memory"));

            restart("second");
            time.advance(Duration.ofMinutes(1));

            assertThat(state(two)).isEqualTo(SystemState.ACTIVE);
            Job job = facility.jobs().get(0);
            assertThat(job.state()).isEqualTo(JobState.FAILED);
            assertThat(job.failure()).hasMessage("1 of 2 failed: Cannot start 'one': no memory");
        }
    }

    @Nested
    @Requirement("VMDEF1")
    class StopOfTheHost {
        @Test
        void stopsInReverseOrderAsEachWants() throws Exception {
            SystemId off = define("off", stops(1, StopAction.TURN_OFF));
            SystemId saved = define("saved", stops(2, StopAction.SAVE));
            SystemId left = define("left", Automation.NONE);
            for (SystemId id : List.of(off, saved, left)) {
                facility.change(id, Transition.ACTIVATE, null);
            }
            told.clear();

            assertThat(automation.stop(Duration.ofMinutes(1))).isTrue();

            assertThat(told).containsExactly("0 saved SUSPENDED", "0 off DEFINED");
            assertThat(state(left)).isEqualTo(SystemState.ACTIVE);
        }

        @Test
        void pullsThePlugOfAGuestThatDoesNotShutDown() throws Exception {
            SystemId id = define("deaf", stops(1, StopAction.SHUT_DOWN));
            facility.change(id, Transition.ACTIVATE, null);
            host.behave(new DomainId(id.uuid()), GuestBehaviour.DEAF);

            assertThat(automation.stop(Duration.ZERO)).isFalse();
            time.advance(Duration.ofSeconds(95));

            assertThat(state(id)).isEqualTo(SystemState.DEFINED);
            Job job = facility.jobs().stream()
                    .filter(one -> one.name().startsWith("Stop 'deaf'"))
                    .findFirst()
                    .orElseThrow();
            assertThat(job.state()).isEqualTo(JobState.FAILED);
            assertThat(job.failure()).hasMessageContaining("did not do so").hasMessageContaining("turned off instead");
        }

        @Test
        void isNoReasonNotToStartAgain() throws Exception {
            SystemId id =
                    define("one", new Automation(StartAction.IF_PREVIOUSLY_ACTIVE, 1, Duration.ZERO, StopAction.SAVE));
            facility.change(id, Transition.ACTIVATE, null);
            automation.stop(Duration.ofMinutes(1));
            assertThat(state(id)).isEqualTo(SystemState.SUSPENDED);

            restart("second");
            time.advance(Duration.ofMinutes(1));

            assertThat(state(id)).isEqualTo(SystemState.ACTIVE);
        }
    }

    @Nested
    @Requirement("VMFH1 restart")
    class Crash {
        private SystemId running(FaultPolicy.Action onCrash) throws Exception {
            SystemId id = facility.define(
                            FacilityBench.definition("one").withFaultPolicy(FaultPolicy.DEFAULT.withOnCrash(onCrash)))
                    .id();
            facility.change(id, Transition.ACTIVATE, null);
            return id;
        }

        private void kill(SystemId id) throws Exception {
            host.happen(Incident.PROCESS_DEATH, new DomainId(id.uuid()));
        }

        @Test
        void isFollowedByARestart() throws Exception {
            SystemId id = running(FaultPolicy.Action.RESTART);

            kill(id);

            assertThat(state(id)).isEqualTo(SystemState.ACTIVE);
            assertThat(facility.jobs())
                    .extracting(Job::name, Job::state)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("Restart 'one' after a crash", JobState.COMPLETED));
        }

        @Test
        void isLeftAsItIsWhereThePolicySaysSo() throws Exception {
            SystemId id = running(FaultPolicy.Action.DESTROY);

            kill(id);

            assertThat(state(id)).isEqualTo(SystemState.DEFINED);
        }

        @Test
        void isNotFollowedByRestartsWithoutEnd() throws Exception {
            SystemId id = running(FaultPolicy.Action.RESTART);
            for (int i = 0; i <= RestartLimit.MOST; i++) {
                kill(id);
            }

            assertThat(state(id)).isEqualTo(SystemState.DEFINED);
            assertThat(facility.jobs().get(RestartLimit.MOST).failure())
                    .hasMessage("Not restarted: it crashed 4 times within 5 minutes; see why, and activate it");
            facility.change(id, Transition.ACTIVATE, null);
            time.advance(RestartLimit.WITHIN.plusSeconds(1));
            kill(id);
            assertThat(state(id)).isEqualTo(SystemState.ACTIVE);
        }

        @Test
        void isNoneIfSomebodyPulledThePlug() throws Exception {
            SystemId id = running(FaultPolicy.Action.RESTART);

            facility.change(id, Transition.DEACTIVATE, null);

            assertThat(state(id)).isEqualTo(SystemState.DEFINED);
            assertThat(engine.domain(new DomainId(id.uuid())).state()).isEqualTo(DomainState.SHUT_OFF);
        }
    }
}
