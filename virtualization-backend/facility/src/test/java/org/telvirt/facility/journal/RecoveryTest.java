package org.telvirt.facility.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.Transition;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.job.Retention;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.simulated.GuestBehaviour;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** What a facility says after the one before it ended in the middle of something. */
@RanOn(Engine.SIMULATED)
class RecoveryTest extends RecoveryBench {
    @Nested
    class Define {
        @Test
        void saysThatNothingIsDefinedWhenTheEngineWasNotAsked() throws Exception {
            Job job = jobAfter(crash("define", true, with -> with.define(FacilityBench.definition("hlr-1"))));

            assertThat(job.name()).isEqualTo("Define 'hlr-1'");
            isInterrupted(job, "nothing is defined");
            assertThat(engine.domains()).isEmpty();
        }

        @Test
        void saysThatItIsDoneWhenItsCallerHadNotHeardIt() throws Exception {
            Job job = jobAfter(crash("define", false, with -> with.define(FacilityBench.definition("hlr-1"))));

            assertThat(job.state()).isEqualTo(JobState.COMPLETED);
            assertThat(engine.domains()).hasSize(1);
        }

        @Test
        void costsOneWrite() throws Exception {
            LocalFacility facility = open(engine, texts);
            for (int i = 0; i < 10; i++) {
                facility.define(FacilityBench.definition("hlr-" + i));
            }

            assertThat(texts.writes()).isEqualTo(10);
            facility.close();
            assertThat(texts.all()).isEmpty();
        }

        @Test
        void isRefusedWhenItCannotBeWrittenDown() throws Exception {
            LocalFacility facility = open(engine, texts);
            texts.breakDown();

            assertThatThrownBy(() -> facility.define(FacilityBench.definition("hlr-1")))
                    .hasMessage("Cannot begin 'Define 'hlr-1'': it cannot be written down: no space left");

            assertThat(engine.domains()).isEmpty();
        }

        @Test
        void leavesNoTraceAMomentAfterItsCallerHeard() throws Exception {
            LocalFacility facility = open(engine, texts);
            facility.define(FacilityBench.definition("hlr-1"));
            assertThat(intents(texts)).hasSize(1);

            time.advance(Duration.ofSeconds(1));

            assertThat(texts.all()).isEmpty();
            assertThat(facility.jobs()).isEmpty();
        }
    }

    @Nested
    class Redefine {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void tellsBeforeFromAfter(boolean isBefore) throws Exception {
            DomainId id = engine.define(FacilityBench.definition("hlr-1")).id();
            KeptTexts left = leftAfter(id);
            if (isBefore) {
                engine.redefine(
                        id, present -> present.withProcessors(Processors.of(1))); // as if it had not come so far
            }

            Job job = jobAfter(left);

            int count =
                    engine.definition(id, Configuration.DEFINED).processors().count();
            if (isBefore) {
                isInterrupted(job, "its defined configuration is as before");
                assertThat(count).isEqualTo(1);
            } else {
                assertThat(job.state()).isEqualTo(JobState.COMPLETED);
                assertThat(count).isEqualTo(2);
            }
        }

        private KeptTexts leftAfter(DomainId id) throws Exception {
            return crash(
                            "redefine",
                            false,
                            with -> with.redefine(system(id), present -> present.withProcessors(Processors.of(2))))
                    .left();
        }

        @Test
        void takesBackANewNameThatCameAlone() throws Exception {
            DomainId id = engine.define(FacilityBench.definition("hlr-1")).id();
            KeptTexts left = crash(
                            "redefine",
                            false,
                            with -> with.redefine(
                                    system(id),
                                    present -> present.withName("hlr-2").withProcessors(Processors.of(2))))
                    .left();
            engine.redefine(id, present -> present.withProcessors(Processors.of(1))); // as if it had come so far

            Job job = jobAfter(left);

            isInterrupted(job, "its defined configuration is as before; it was given its name 'hlr-1' back");
            assertThat(engine.domain(id).name()).isEqualTo("hlr-1");
        }

        @Test
        void saysThatNobodyKnowsWhenSomebodyElseChangedItSince() throws Exception {
            DomainId id = engine.define(FacilityBench.definition("hlr-1")).id();
            KeptTexts left = leftAfter(id);
            engine.redefine(id, present -> present.withProcessors(Processors.of(4)));

            isInterrupted(jobAfter(left), "its defined configuration is neither as before nor as wanted; compare it");
        }
    }

    private FacilityThreads threads() {
        return new FacilityThreads(Runnable::run, Runnable::run, time);
    }

    @Nested
    class Destroy {
        @Test
        void isFinishedWhenItWasStoppedForIt() throws Exception {
            DomainId id = running();

            Job job = jobAfter(crash("undefine", true, with -> with.destroy(system(id))));

            assertThat(job.name()).isEqualTo("Destroy 'hlr-1'");
            assertThat(job.state()).isEqualTo(JobState.COMPLETED);
            assertThat(engine.domains()).isEmpty();
        }

        @Test
        void isNotBegunAnew() throws Exception {
            DomainId id = running();
            CrashPoint crash = crash("perform", true, with -> with.destroy(system(id)));

            isInterrupted(jobAfter(crash), "it is still defined and active");
        }

        @Test
        void isLeftToPeopleWhenItIsLongAgo() throws Exception {
            DomainId id = running();
            CrashPoint crash = crash("undefine", true, with -> with.destroy(system(id)));
            time.advance(Duration.ofHours(1));

            try (LocalFacility next = open(engine, crash.left())) {
                time.advance(PATIENCE);
                assertThat(next.jobs()).anySatisfy(job -> isInterrupted(job, "it is still defined and not active"));
            }
            assertThat(engine.domains()).hasSize(1);
        }
    }

    @Nested
    class Actions {
        @ParameterizedTest
        @CsvSource({
            "SHUT_OFF, ACTIVATE, it is not active",
            "RUNNING, PAUSE, it is active",
            "RUNNING, SUSPEND, it is active",
            "RUNNING, DEACTIVATE, it is active",
            "RUNNING, RESET, it is active; nobody can tell whether its guest was asked",
            "RUNNING, SHUT_DOWN, it is active; nobody can tell whether its guest was asked"
        })
        void saysWhatIsSoWhenTheEngineWasNotAsked(String from, Transition transition, String now) throws Exception {
            DomainId id = running();
            if (from.equals("SHUT_OFF")) {
                engine.perform(LifecycleAction.STOP, id);
            }

            isInterrupted(jobAfter(crash("perform", true, with -> with.change(system(id), transition, null))), now);
        }

        @ParameterizedTest
        @ValueSource(strings = {"PAUSE", "SUSPEND", "DEACTIVATE"})
        void areDoneWhenTheEngineDidThem(Transition transition) throws Exception {
            DomainId id = running();

            Job job = jobAfter(crash("perform", false, with -> with.change(system(id), transition, null)));

            assertThat(job.state()).isEqualTo(JobState.COMPLETED);
            assertThat(job.subject()).isEqualTo(system(id));
        }

        @Test
        void areLookedAfterAsLongAsTheEngineIsAtThem() throws Exception {
            DomainId id = running();
            CrashPoint crash = crash("perform", true, with -> with.change(system(id), Transition.PAUSE, null));

            try (LocalFacility next = open(engine, crash.left())) {
                assertThat(next.jobs())
                        .singleElement()
                        .satisfies(job -> assertThat(job.state()).isEqualTo(JobState.RUNNING));
                engine.perform(LifecycleAction.PAUSE, id); // as libvirt does for a client that is gone
                time.advance(Duration.ofSeconds(1));
                assertThat(next.jobs())
                        .singleElement()
                        .satisfies(job -> assertThat(job.state()).isEqualTo(JobState.COMPLETED));
            }
        }
    }

    @Nested
    class Changes {
        @Test
        void ofARunAreKnownAgain() throws Exception {
            DomainId id = engine.define(FacilityBench.definition("hlr-1").withProcessors(new Processors(1, 4)))
                    .id();
            engine.perform(LifecycleAction.START, id);
            JournaledEngine journaled = new FacilityJournal(texts, threads(), time).around(engine, any -> "hlr-1");
            journaled.change(id, new LiveChange.ProcessorCount(2, true), PATIENCE);

            assertThat(jobAfter(texts.copy()).state()).isEqualTo(JobState.COMPLETED);
        }

        @Test
        void ofTheRunAloneAreHalfDone() throws Exception {
            DomainId id = engine.define(FacilityBench.definition("hlr-1").withProcessors(new Processors(1, 4)))
                    .id();
            engine.perform(LifecycleAction.START, id);
            JournaledEngine journaled = new FacilityJournal(texts, threads(), time).around(engine, any -> "hlr-1");
            journaled.change(id, new LiveChange.ProcessorCount(2, true), PATIENCE);
            engine.redefine(id, present -> present.withProcessors(new Processors(1, 4)));

            Job job = jobAfter(texts.copy());

            assertThat(job.name()).isEqualTo("Change the running 'hlr-1'");
            isInterrupted(job, "it runs with the change, but its defined configuration does not have it");
        }

        @Test
        void inSeveralStepsSaySoWhenTheyStopBetweenTwo() throws Exception {
            DomainId id = running();
            JournaledEngine journaled = new FacilityJournal(texts, threads(), time).around(engine, any -> "hlr-1");
            KeptTexts[] left = new KeptTexts[1];
            journaled.task(id, "Change 'hlr-1' while it is active", 2, () -> left[0] = texts.copy());

            Job job = jobAfter(left[0]);

            assertThat(job.name()).isEqualTo("Change 'hlr-1' while it is active");
            isInterrupted(job, "of its 2 steps some may not be done; it is active, compare its configurations");
            assertThat(intents(texts)).as("crossed out at once").isEmpty();
        }

        @Test
        void ofTheNextStartAreKnownAgain() throws Exception {
            DomainId id = engine.define(FacilityBench.definition("hlr-1")).id();
            DomainDefinition next = engine.definition(id, Configuration.DEFINED).withProcessors(Processors.of(3));
            JournaledEngine journaled = new FacilityJournal(texts, threads(), time).around(engine, any -> "hlr-1");
            journaled.setNext(id, next);

            KeptTexts left = texts.copy();
            assertThat(jobAfter(texts.copy()).state()).isEqualTo(JobState.COMPLETED);
            engine.setNext(id, null);
            isInterrupted(jobAfter(left), "its next start uses the defined configuration");
        }
    }

    @Nested
    class TakingSnapshots {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void tellsWhetherItIsThere(boolean isBefore) throws Exception {
            DomainId id = running();
            CrashPoint crash = new CrashPoint(engine, texts, "create", isBefore);
            JournaledEngine journaled =
                    new FacilityJournal(texts, threads(), time).around(crash.engine(), any -> "hlr-1");
            crash.crash(() -> journaled.snapshots().create(id, SnapshotRequest.full("first")));

            Job job = jobAfter(crash);

            assertThat(job.name()).isEqualTo("Take snapshot 'first' of 'hlr-1'");
            if (isBefore) {
                isInterrupted(job, "there is no such snapshot");
            } else {
                assertThat(job.state()).isEqualTo(JobState.COMPLETED);
            }
        }

        @Test
        void tellsNotWhetherItWentBackToWhereItWas() throws Exception {
            DomainId id = running();
            engine.snapshots().create(id, SnapshotRequest.full("first"));
            CrashPoint crash = new CrashPoint(engine, texts, "revert", true);
            JournaledEngine journaled =
                    new FacilityJournal(texts, threads(), time).around(crash.engine(), any -> "hlr-1");
            crash.crash(() -> journaled.snapshots().revert(id, "first"));

            isInterrupted(jobAfter(crash), "it went on from that snapshot before, so nobody can tell; it is active");
        }
    }

    @Nested
    class Migrating {
        private Intent migration(DomainId id) {
            return Intent.of(Intent.Kind.MIGRATE, "Migrate 'hlr-1'", id, time.instant())
                    .with(Intent.DESTINATION, "qemu+ssh://b/system");
        }

        private Job jobAfterMigrating(DomainId id) throws Exception {
            new Intents(texts, time).begin(migration(id));
            return jobAfter(texts);
        }

        @Test
        void saysThatItGoesOnHere() throws Exception {
            isInterrupted(jobAfterMigrating(running()), "it goes on here");
        }

        @Test
        void isDoneWhenItIsNoLongerHere() throws Exception {
            DomainId id = running();
            engine.perform(LifecycleAction.STOP, id);
            engine.undefine(id);

            assertThat(jobAfterMigrating(id).state()).isEqualTo(JobState.COMPLETED);
        }

        @Test
        void leavesWhatSomebodyPaused() throws Exception {
            DomainId id = running();
            engine.perform(LifecycleAction.PAUSE, id);

            isInterrupted(
                    jobAfterMigrating(id), "it is paused here; look at 'qemu+ssh://b/system' before it is activated");
        }
    }

    @Nested
    class Jobs {
        @Test
        void keepTheirNamesWhenTheyWaitedForAGuest() throws Exception {
            DomainId id = running();
            host.behave(id, GuestBehaviour.DEAF);
            LocalFacility facility = open(engine, texts);
            Outcome outcome = facility.change(system(id), Transition.SHUT_DOWN, null);
            JobId waiting = ((Outcome.Underway) outcome).job().id();
            time.advance(Duration.ofSeconds(1));

            try (LocalFacility next = open(engine, texts.copy())) {
                isInterrupted(next.job(waiting), "it is active");
            }
        }

        @Test
        void stayForTheRestOfTheirTime() throws Exception {
            DomainId id = running();
            LocalFacility facility = open(engine, texts);
            JobId done = ((Outcome.Underway) facility.change(system(id), Transition.SHUT_DOWN, null))
                    .job()
                    .id();
            time.advance(Duration.ofMinutes(1));
            Job before = facility.job(done);
            assertThat(before.isOver()).isTrue();
            time.advance(Duration.ofMinutes(3));

            try (LocalFacility next = open(engine, texts.copy())) {
                assertThat(next.jobs()).containsExactly(before);
                time.advance(Duration.ofMinutes(2));
                assertThat(next.jobs()).isEmpty();
            }
        }

        @Test
        void stayAsLongAsSomebodyWished() throws Exception {
            DomainId id = running();
            LocalFacility facility = open(engine, texts);
            JobId done = ((Outcome.Underway) facility.change(system(id), Transition.SHUT_DOWN, null))
                    .job()
                    .id();
            time.advance(Duration.ofMinutes(1));
            facility.retainJob(done, new Retention(Duration.ofHours(2), true));
            time.advance(Duration.ofHours(1));

            KeptTexts before = texts.copy();
            try (LocalFacility next = open(engine, before)) {
                assertThat(next.job(done)).isEqualTo(facility.job(done));
                next.removeJob(done);
            }
            try (LocalFacility last = open(engine, before.copy())) {
                assertThat(last.jobs()).as("what was removed stays so").isEmpty();
            }
        }

        @Test
        void sayWhyTheyFailedAfterTheRestart() throws Exception {
            DomainId id = running();
            host.behave(id, GuestBehaviour.DEAF);
            LocalFacility facility = open(engine, texts);
            JobId failed = ((Outcome.Underway) facility.change(system(id), Transition.SHUT_DOWN, Duration.ofSeconds(5)))
                    .job()
                    .id();
            time.advance(Duration.ofSeconds(6));

            try (LocalFacility next = open(engine, texts.copy())) {
                assertThat(next.job(failed).failure())
                        .hasMessage(facility.job(failed).failure().getMessage());
                assertThat(next.job(failed).failure().reason()).isEqualTo(Reason.TIMEOUT);
            }
        }
    }
}
