package org.telvirt.facility.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobState;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.simulated.Faults.LeaderLoss;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/**
 * A process that leads a migration is killed when the guest's memory has gone, and the guest stands still here: the next
 * process settles where it runs. It never runs twice.
 */
@RanOn(Engine.SIMULATED)
@Requirement("VMLIVMIG2")
class InterruptedMigrationTest extends RecoveryBench {
    private static final String OTHER = "simulated://b";
    private static final MigrationRequest REQUEST = MigrationRequest.live(OTHER);
    private static final String CURE = "; see there, then deactivate it here if it runs there, else activate it";

    private final SimulatedHost otherHost =
            new SimulatedHost(SimulatedHostSettings.standard().withSeed(2), Runnable::run, time, time);
    private final Hypervisor other = otherHost.connect();
    private DomainId id;

    @BeforeEach
    void aGuestRuns() throws Exception {
        host.knows(OTHER, otherHost);
        id = running();
    }

    @AfterEach
    void itNeverRunsTwice() throws Exception {
        assertThat(Stream.concat(engine.domains().stream(), other.domains().stream()))
                .filteredOn(domain -> domain.state() == DomainState.RUNNING)
                .hasSizeLessThan(2);
    }

    /** What the process leaves that is killed at that moment. */
    private KeptTexts killed(LeaderLoss when, MigrationRequest request) {
        FacilityThreads threads = new FacilityThreads(Runnable::run, Runnable::run, time);
        JournaledEngine journaled = new FacilityJournal(texts, threads, time).around(engine, any -> "hlr-1");
        host.loseLeader(when);
        assertThatThrownBy(() -> journaled.migration().migrate(id, request)).hasMessageContaining("is gone");
        return texts.copy();
    }

    private Domain here() throws Exception {
        return engine.domain(id);
    }

    @Test
    void endsHereWhatRunsThere() throws Exception {
        Job job = jobAfter(killed(LeaderLoss.AFTER_ARRIVAL, REQUEST));

        assertThat(job.name()).isEqualTo("Migrate 'hlr-1'");
        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(job.description())
                .isEqualTo(
                        "Interrupted by a restart of Telvirt: it runs at 'simulated://b'; what stood still of it here"
                                + " has been ended, and its definition here is gone");
        assertThat(engine.domains()).isEmpty();
        assertThat(other.domain(id).state()).isEqualTo(DomainState.RUNNING);
    }

    @Test
    void leavesTheDefinitionThatWasToStay() throws Exception {
        Job job = jobAfter(killed(LeaderLoss.AFTER_ARRIVAL, REQUEST.withDefinitions(true, false)));

        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(here().state()).isEqualTo(DomainState.SHUT_OFF);
    }

    @Test
    void letsGoOnHereWhatIsNotThere() throws Exception {
        KeptTexts left = killed(LeaderLoss.BEFORE_ARRIVAL, REQUEST);
        assertThat(here().state()).isEqualTo(DomainState.PAUSED);

        isInterrupted(jobAfter(left), "it did not arrive at 'simulated://b' and goes on here");

        assertThat(here().state()).isEqualTo(DomainState.RUNNING);
        assertThat(other.domains()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LeaderLoss.class)
    void doesNothingWhileTheOtherHostDoesNotAnswer(LeaderLoss when) throws Exception {
        KeptTexts left = killed(when, REQUEST);
        otherHost.isolate(true);

        isInterrupted(
                jobAfter(left),
                "it stands still here, and 'simulated://b' cannot be asked whether it runs there: it does not answer"
                        + CURE);

        assertThat(here().state()).isEqualTo(DomainState.PAUSED);
    }

    @Test
    void doesNotLetItGoOnHereIfSomebodyMayHaveRemovedItThere() throws Exception {
        KeptTexts left = killed(LeaderLoss.BEFORE_ARRIVAL, REQUEST);
        time.advance(Duration.ofHours(1));

        isInterrupted(jobAfter(left), "it stands still here, and 'simulated://b' has no such domain" + CURE);

        assertThat(here().state()).isEqualTo(DomainState.PAUSED);
    }

    @Test
    void endsItHereHoweverLongAgoItArrived() throws Exception {
        KeptTexts left = killed(LeaderLoss.AFTER_ARRIVAL, REQUEST);
        time.advance(Duration.ofDays(1));

        assertThat(jobAfter(left).state()).isEqualTo(JobState.COMPLETED);
        assertThat(engine.domains()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = LifecycleAction.class,
            names = {"STOP", "PAUSE"})
    void doesNothingIfItWasStoppedThereSince(LifecycleAction since) throws Exception {
        KeptTexts left = killed(LeaderLoss.AFTER_ARRIVAL, REQUEST);
        other.perform(since, id);

        isInterrupted(
                jobAfter(left),
                "it stands still here, and 'simulated://b' has it, but not as a run that has just arrived" + CURE);

        assertThat(here().state()).isEqualTo(DomainState.PAUSED);
    }

    @Test
    void doesNothingIfItWasBegunAnewThere() throws Exception {
        KeptTexts left = killed(LeaderLoss.AFTER_ARRIVAL, REQUEST);
        other.perform(LifecycleAction.STOP, id);
        other.perform(LifecycleAction.START, id);

        isInterrupted(
                jobAfter(left),
                "it stands still here, and 'simulated://b' has it, but not as a run that has just arrived" + CURE);

        assertThat(here().state()).isEqualTo(DomainState.PAUSED);
    }
}
