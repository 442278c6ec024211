package org.telvirt.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.testing.Await;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.facility.testing.HeldExecutor;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.simulated.GuestBehaviour;
import org.telvirt.hypervisor.simulated.Incident;
import org.telvirt.hypervisor.simulated.ManualTime;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.hypervisor.simulated.SimulatedHypervisor;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

@RanOn(Engine.SIMULATED)
@Timeout(60)
class JobsTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final SimulatedHost host = new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, time, time);
    private final SimulatedHypervisor engine = host.connect();
    private final HeldExecutor held = new HeldExecutor();
    private LocalFacility facility;
    private SystemId id;

    @BeforeEach
    void openFacility() throws Exception {
        facility = open(held, Duration.ZERO, 3);
        id = facility.define(FacilityBench.definition("hlr-1")).id();
    }

    private LocalFacility open(Executor jobs, Duration grace, int most) throws FacilityException {
        FacilitySettings settings = FacilitySettings.standard().withGrace(grace).withJobs(most, Duration.ofMinutes(5));
        return LocalFacility.open(engine, settings, new FacilityThreads(jobs, Runnable::run, time), time);
    }

    @AfterEach
    void closeFacility() {
        facility.close();
    }

    private JobId begin(Transition transition) throws FacilityException {
        return ((Outcome.Underway) facility.change(id, transition, null)).job().id();
    }

    private SystemState state() {
        return facility.system(id).state();
    }

    private static FacilityException refused(Reason reason, ThrowingCallable call) {
        FacilityException refusal = catchThrowableOfType(FacilityException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }

    @Nested
    class BeforeTheirTurn {
        @Test
        void areNewAndKeepTheSystemBusy() throws Exception {
            JobId job = begin(Transition.ACTIVATE);

            assertThat(facility.job(job).state()).isEqualTo(JobState.NEW);
            assertThat(facility.job(job).started()).isNull();
            assertThat(facility.system(id).underway()).isEqualTo(Transition.ACTIVATE);
            assertThat(facility.availableTransitions(id)).isEmpty();
            refused(Reason.BUSY, () -> facility.change(id, Transition.DEACTIVATE, null));
            held.runAll();
            assertThat(facility.job(job).state()).isEqualTo(JobState.COMPLETED);
            assertThat(facility.job(job).started()).isNotNull();
            assertThat(state()).isEqualTo(SystemState.ACTIVE);
        }

        @Test
        void canBeCancelledAndThenNeverBegin() throws Exception {
            JobId job = begin(Transition.ACTIVATE);

            facility.cancel(job);

            assertThat(facility.job(job).state()).isEqualTo(JobState.TERMINATED);
            assertThat(facility.job(job).failure()).hasMessage("Gave up to activate 'hlr-1': someone wished its end");
            assertThat(facility.system(id).underway()).isNull();
            held.runAll();
            assertThat(state()).isEqualTo(SystemState.DEFINED);
            assertThat(refused(Reason.INVALID_STATE, () -> facility.cancel(job)))
                    .hasMessage("Cannot end job 'Activate 'hlr-1'': it is over");
        }

        @Test
        void failAtTheirDeadlineAndThenNeverBegin() throws Exception {
            JobId job = begin(Transition.ACTIVATE);

            time.advance(Duration.ofMinutes(2));

            assertThat(facility.job(job).failure().reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(facility.job(job).failure())
                    .hasMessage("Cannot activate 'hlr-1': the engine did not finish within 120 s");
            held.runAll();
            assertThat(state()).isEqualTo(SystemState.DEFINED);
            assertThat(facility.system(id).underway()).isNull();
        }

        @Test
        void areAsManyAsAllowedAndNoMore() throws Exception {
            for (int i = 0; i < 3; i++) {
                facility.change(
                        facility.define(FacilityBench.definition("a" + i)).id(), Transition.ACTIVATE, null);
            }

            assertThat(refused(Reason.BUSY, () -> begin(Transition.ACTIVATE)))
                    .hasMessage("Cannot begin 'Activate 'hlr-1'': 3 jobs are going on, as many as there may be");
            assertThat(facility.system(id).underway()).isNull();

            held.runAll();
            JobId job = begin(Transition.ACTIVATE);
            assertThat(facility.jobs()).as("the oldest that ended made room").hasSize(3);
            assertThat(facility.job(job).state()).isEqualTo(JobState.NEW);
        }
    }

    @Nested
    class AfterTheirEnd {
        @Test
        void canBeSeenForFiveMinutes() throws Exception {
            JobId job = begin(Transition.ACTIVATE);
            held.runAll();

            time.advance(Duration.ofSeconds(299));
            assertThat(facility.jobs()).extracting(Job::id).containsExactly(job);
            time.advance(Duration.ofSeconds(1));

            assertThat(facility.jobs()).isEmpty();
            assertThat(facility.job(job)).isNull();
            refused(Reason.NOT_FOUND, () -> facility.cancel(job));
        }

        @Test
        void areListedOldestFirst() throws Exception {
            SystemId second = facility.define(FacilityBench.definition("a")).id();
            JobId first = begin(Transition.ACTIVATE);
            facility.change(second, Transition.ACTIVATE, null);
            held.runAll();

            assertThat(facility.jobs()).hasSize(2).first().extracting(Job::id).isEqualTo(first);
        }
    }

    @Nested
    class AtTheEngine {
        private final ExecutorService threads = Executors.newFixedThreadPool(2);
        private LocalFacility quick;

        @BeforeEach
        void openWithThreads() throws Exception {
            quick = open(threads, Duration.ZERO, 10);
            engine.perform(LifecycleAction.START, FacilityBench.domain(id));
            host.slow(LifecycleAction.SAVE, Duration.ofHours(1));
            host.slow(LifecycleAction.SHUTDOWN, Duration.ofHours(1));
        }

        @AfterEach
        void endThreads() {
            threads.shutdownNow();
            quick.close();
        }

        private JobId slow(Transition transition) throws Exception {
            Outcome outcome = quick.change(id, transition, Duration.ofMinutes(1));
            JobId job = ((Outcome.Underway) outcome).job().id();
            // the deadline and the engine's own timer
            Await.until("both timers run", () -> time.pending() == 2);
            return job;
        }

        private void awaitIdle() {
            Await.until("the system is free", () -> quick.system(id).underway() == null);
        }

        @Test
        void cannotBeCancelled() throws Exception {
            JobId job = slow(Transition.SUSPEND);

            assertThat(refused(Reason.UNSUPPORTED, () -> quick.cancel(job)))
                    .hasMessage("Cannot give up to suspend 'hlr-1': the engine is at it and cannot be interrupted");

            assertThat(quick.job(job).state()).isEqualTo(JobState.RUNNING);
            time.advance(Duration.ofHours(1));
        }

        @Test
        void failAtTheirDeadlineButKeepTheSystemBusyUntilTheEngineReturns() throws Exception {
            JobId job = slow(Transition.SUSPEND);

            time.advance(Duration.ofMinutes(1));

            assertThat(quick.job(job).failure().reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(quick.system(id).underway()).isEqualTo(Transition.SUSPEND);
            refused(Reason.BUSY, () -> quick.change(id, Transition.PAUSE, null));
            time.advance(Duration.ofHours(1));
            awaitIdle();
            assertThat(quick.system(id).state()).isEqualTo(SystemState.SUSPENDED);
            assertThat(quick.job(job)).as("forgotten by now").isNull();
        }

        @Test
        void canBeOvertakenOnceTheirDeadlineHasPassed() throws Exception {
            JobId job = slow(Transition.SUSPEND);
            refused(Reason.BUSY, () -> quick.change(id, Transition.DEACTIVATE, null));
            time.advance(Duration.ofMinutes(1));
            assertThat(quick.availableTransitions(id)).containsExactly(Transition.DEACTIVATE);

            quick.change(id, Transition.DEACTIVATE, null);

            awaitIdle();
            assertThat(quick.system(id).state()).isEqualTo(SystemState.DEFINED);
            assertThat(quick.job(job).failure().reason()).isEqualTo(Reason.TIMEOUT);
            time.advance(Duration.ofHours(1));
            assertThat(quick.system(id).state()).isEqualTo(SystemState.DEFINED);
        }

        @Test
        void areOverIfTheGuestIsQuickerThanTheEngine() throws Exception {
            host.slow(LifecycleAction.REBOOT, Duration.ofSeconds(30));
            host.behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
            JobId job = slow(Transition.REBOOT);

            host.happen(Incident.GUEST_REBOOT, FacilityBench.domain(id));
            assertThat(quick.job(job).isOver())
                    .as("before the engine has returned")
                    .isFalse();
            time.advance(Duration.ofSeconds(30));
            awaitIdle();

            Await.until("the job is over", () -> quick.job(job).state() == JobState.COMPLETED);
        }

        @Test
        void areOvertakenEvenWhileTheEngineAsksTheGuest() throws Exception {
            JobId job = slow(Transition.SHUT_DOWN);

            quick.change(id, Transition.DEACTIVATE, null);

            assertThat(quick.job(job).state()).isEqualTo(JobState.TERMINATED);
            awaitIdle();
            assertThat(quick.system(id).state()).isEqualTo(SystemState.DEFINED);
            time.advance(Duration.ofHours(1));
            assertThat(quick.system(id).state()).isEqualTo(SystemState.DEFINED);
        }

        @Test
        void letGoOfTheSystemIfTheyWereCancelledWhileTheEngineAskedTheGuest() throws Exception {
            host.behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
            JobId job = slow(Transition.SHUT_DOWN);

            quick.cancel(job);

            assertThat(quick.job(job).state()).isEqualTo(JobState.TERMINATED);
            assertThat(quick.system(id).underway()).isEqualTo(Transition.SHUT_DOWN);
            time.advance(Duration.ofHours(1));
            awaitIdle();
            assertThat(quick.system(id).state()).isEqualTo(SystemState.ACTIVE);
        }
    }

    @Nested
    class WithinTheGrace {
        private final ExecutorService threads = Executors.newFixedThreadPool(3);
        private LocalFacility patient;

        @BeforeEach
        void openWithThreads() throws Exception {
            patient = open(threads, Duration.ofSeconds(30), 10);
        }

        @AfterEach
        void endThreads() {
            threads.shutdownNow();
            patient.close();
        }

        @Test
        void nobodySeesThem() throws Exception {
            assertThat(patient.change(id, Transition.ACTIVATE, null)).isEqualTo(new Outcome.Completed());
            assertThat(patient.system(id).state()).isEqualTo(SystemState.ACTIVE);
            assertThat(patient.jobs()).isEmpty();
        }

        @Test
        void aDeadlineIsAnsweredAsAFailure() throws Exception {
            patient.change(id, Transition.ACTIVATE, null);
            host.behave(FacilityBench.domain(id), GuestBehaviour.DEAF);
            Future<Outcome> answer =
                    threads.submit(() -> patient.change(id, Transition.SHUT_DOWN, Duration.ofMillis(100)));
            Await.until("the deadline runs", () -> time.pending() > 0);

            time.advance(Duration.ofMillis(100));

            FacilityException failure = (FacilityException)
                    catchThrowableOfType(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS))
                            .getCause();
            assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(failure).hasMessageContaining("within 100 ms");
            assertThat(patient.jobs()).isEmpty();
            assertThat(patient.system(id).requested()).isEqualTo(Transition.ACTIVATE);
        }

        @Test
        void aDeadlineDoesNotWaitForTheEngine() throws Exception {
            patient.change(id, Transition.ACTIVATE, null);
            host.slow(LifecycleAction.SAVE, Duration.ofHours(1));
            Future<Outcome> answer =
                    threads.submit(() -> patient.change(id, Transition.SUSPEND, Duration.ofMillis(100)));
            Await.until("the deadline and the engine's timer run", () -> time.pending() == 2);

            time.advance(Duration.ofMillis(100));

            assertThat(catchThrowableOfType(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS)))
                    .hasMessageContaining("the engine did not finish within 100 ms");
            assertThat(patient.system(id).requested()).isEqualTo(Transition.ACTIVATE);
            assertThat(patient.system(id).underway()).isEqualTo(Transition.SUSPEND);
            time.advance(Duration.ofHours(1));
            Await.until("the engine returned", () -> patient.system(id).underway() == null);
            assertThat(patient.system(id).state()).isEqualTo(SystemState.SUSPENDED);
        }

        @Test
        void anInterruptEndsTheWaitingAndTheJobGoesOn() throws Exception {
            patient.change(id, Transition.ACTIVATE, null);
            CountDownLatch interrupted = new CountDownLatch(1);
            Future<Outcome> answer = threads.submit(() -> {
                Thread.currentThread().interrupt();
                Outcome outcome = patient.change(id, Transition.SHUT_DOWN, null);
                if (Thread.interrupted()) {
                    interrupted.countDown();
                }
                return outcome;
            });

            assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Underway.class);
            assertThat(interrupted.getCount()).as("the flag is kept").isZero();
            Await.until("the guest was asked", () -> time.pending() == 2);
            time.advance(Duration.ofSeconds(1));
            Await.until("the job is over", () -> patient.jobs().get(0).state() == JobState.COMPLETED);
        }
    }

    @Test
    void cannotBeBegunOnceTheThreadsHaveEnded() throws Exception {
        try (LocalFacility closing = open(
                command -> {
                    throw new RejectedExecutionException("ended");
                },
                Duration.ZERO,
                10)) {
            assertThat(refused(Reason.UNAVAILABLE, () -> closing.change(id, Transition.ACTIVATE, null)))
                    .hasMessage("Cannot activate 'hlr-1': the facility is closing");
            assertThat(closing.system(id).underway()).isNull();
            assertThat(closing.jobs()).isEmpty();
            assertThat(time.pending()).isZero();
        }
    }

    @Test
    void doNotExistUnderAnyId() {
        refused(Reason.NOT_FOUND, () -> facility.cancel(new JobId(UUID.randomUUID())));
    }
}
