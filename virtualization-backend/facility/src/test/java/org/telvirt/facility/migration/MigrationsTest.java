package org.telvirt.facility.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telvirt.facility.Activity;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilitySettings;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvent.SystemAdded;
import org.telvirt.facility.event.FacilityEvent.SystemChanged;
import org.telvirt.facility.event.FacilityEvent.SystemEmigrated;
import org.telvirt.facility.event.FacilityEvent.SystemImmigrated;
import org.telvirt.facility.event.FacilityEvent.SystemRemoved;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.testing.Await;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle.Kind;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Mode;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.TimeoutPolicy;
import org.telvirt.hypervisor.simulated.ManualTime;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Timeout(60)
class MigrationsTest {
    private static final MigrationRequest REQUEST = MigrationRequest.live("simulated://b");
    private static final MigrationRequest SLOW = REQUEST.withBandwidth(DataRate.ofMebibytes(1));

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-01T00:00:00Z"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SimulatedHost machine = machine(1);
    private final SimulatedHost other = machine(2);
    private final List<FacilityEvent> told = new CopyOnWriteArrayList<>();
    private final List<FacilityEvent> toldThere = new CopyOnWriteArrayList<>();
    private LocalFacility here;
    private LocalFacility there;
    private SystemId id;

    private SimulatedHost machine(int seed) {
        return new SimulatedHost(SimulatedHostSettings.standard().withSeed(seed), Runnable::run, time, time);
    }

    @BeforeEach
    void openFacilities() throws Exception {
        FacilityThreads facilityThreads = new FacilityThreads(threads, Runnable::run, time);
        FacilitySettings settings = FacilitySettings.standard().withGrace(Duration.ZERO);
        machine.knows("simulated://b", other);
        machine.slowMigrations(DataRate.ofMebibytes(512));
        here = LocalFacility.open(machine.connect(), settings, facilityThreads, time);
        there = LocalFacility.open(other.connect(), settings, facilityThreads, time);
        id = here.define(FacilityBench.definition("hlr-1")).id();
        here.change(id, Transition.ACTIVATE, null);
        Await.until(
                "it runs",
                () -> here.system(id).state() == SystemState.ACTIVE
                        && here.system(id).underway() == null);
        time.advance(Duration.ofMinutes(10)); // what the activation left behind is over
        var unused = here.listen(told::add);
        var unusedToo = there.listen(toldThere::add);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        threads.shutdownNow();
    }

    /** Begins a migration; returns when the engine is at it. */
    private JobId begin(MigrationRequest request) throws Exception {
        int before = time.pending();
        JobId job = ((Outcome.Underway) here.migrations().migrate(id, request))
                .job()
                .id();
        Await.until("the deadline, the next look and the copying run", () -> time.pending() >= before + 3);
        return job;
    }

    private Job job(JobId job) {
        return here.job(job);
    }

    private void awaitEnd(JobId job) {
        Await.until("the job is over", () -> job(job).isOver());
    }

    private static <T extends FacilityEvent> List<T> of(Class<T> kind, List<FacilityEvent> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static FacilityException refused(Reason reason, ThrowingCallable call) {
        FacilityException refusal = catchThrowableOfType(FacilityException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }

    @Test
    @Requirement("VMLIVMIG2")
    void aSystemIsGoneHereAndRunsThereWithWhatItIsMadeOf() throws Exception {
        var before = here.definition(id, Configuration.DEFINED);
        JobId job = begin(REQUEST);

        time.advance(Duration.ofSeconds(5));
        awaitEnd(job);

        assertThat(job(job).state()).isEqualTo(JobState.COMPLETED);
        assertThat(here.system(id)).isNull();
        assertThat(there.system(id).state()).isEqualTo(SystemState.ACTIVE);
        assertThat(there.definition(id, Configuration.DEFINED)).isEqualTo(before);
    }

    @Test
    @Requirement({"VMLIVMIG6", "VMLIVMIG7"})
    void bothSidesTellOfItOnce() throws Exception {
        JobId job = begin(REQUEST);
        assertThat(of(SystemChanged.class, told))
                .as("that it begins")
                .anyMatch(change ->
                        change.previous().activity() == null && change.present().activity() == Activity.MIGRATION);

        time.advance(Duration.ofSeconds(5));
        awaitEnd(job);

        assertThat(of(SystemEmigrated.class, told))
                .hasSize(1)
                .allMatch(event -> event.id().equals(id) && event.name().equals("hlr-1"));
        assertThat(of(SystemRemoved.class, told)).hasSize(1);
        assertThat(of(SystemAdded.class, toldThere)).hasSize(1);
        assertThat(of(SystemImmigrated.class, toldThere)).hasSize(1);
        assertThat(of(SystemImmigrated.class, told)).isEmpty();
        assertThat(of(SystemEmigrated.class, toldThere)).isEmpty();
    }

    @Test
    void aMigrationByAnotherToolIsToldAsWell() throws Exception {
        machine.slowMigrations(null);

        machine.connect().migration().migrate(new DomainId(id.uuid()), REQUEST);

        assertThat(of(SystemEmigrated.class, told)).hasSize(1);
        assertThat(of(SystemImmigrated.class, toldThere)).hasSize(1);
        assertThat(here.system(id)).isNull();
    }

    @Test
    void aDefinitionMayStay() throws Exception {
        JobId job = begin(REQUEST.withDefinitions(true, false));

        time.advance(Duration.ofSeconds(5));
        awaitEnd(job);

        assertThat(here.system(id).state()).isEqualTo(SystemState.DEFINED);
        assertThat(there.system(id).state()).isEqualTo(SystemState.ACTIVE);
    }

    @Test
    void theJobTellsHowFarItIs() throws Exception {
        JobId job = begin(SLOW);

        time.advance(Duration.ofSeconds(128));

        assertThat(job(job).name()).isEqualTo("Migrate 'hlr-1'");
        assertThat(job(job).description()).isEqualTo("To simulated://b, live");
        // the look of the same moment may come before the copying goes on or after
        assertThat(job(job).percentComplete()).isBetween(24, 25);
        assertThat(job(job).remaining()).isBetween(Duration.ofSeconds(384), Duration.ofSeconds(386));
        assertThat(here.system(id).activity()).isEqualTo(Activity.MIGRATION);
        assertThat(here.availableTransitions(id)).isEmpty();
        refused(Reason.BUSY, () -> here.change(id, Transition.PAUSE, null));
        here.cancel(job);
        awaitEnd(job);
    }

    @Test
    void aCancelledMigrationLeavesTheSystemHere() throws Exception {
        JobId job = begin(SLOW);

        here.cancel(job);

        awaitEnd(job);
        assertThat(job(job).state()).isEqualTo(JobState.TERMINATED);
        assertThat(here.system(id).state()).isEqualTo(SystemState.ACTIVE);
        assertThat(here.system(id).activity()).isNull();
        assertThat(there.systems()).isEmpty();
        assertThat(of(SystemEmigrated.class, told)).isEmpty();
    }

    @Test
    @Requirement("VMLIVMIG8")
    void oneThatTakesTooLongFails() throws Exception {
        JobId job = begin(SLOW.withMaximumTime(Duration.ofSeconds(20), TimeoutPolicy.ABORT));

        time.advance(Duration.ofSeconds(20));
        Await.until("the job is over", () -> {
            time.advance(Duration.ofMillis(1)); // the engine may have begun to wait after the first advance
            return job(job).isOver();
        });

        assertThat(job(job).state()).isEqualTo(JobState.FAILED);
        assertThat(job(job).failure().reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(job(job).failure()).hasMessageContaining("within 20000 ms");
        assertThat(here.system(id).state()).isEqualTo(SystemState.ACTIVE);
    }

    @Test
    void aRestartIsToldAsAnEmigration() throws Exception {
        Outcome outcome = here.migrations().migrate(id, REQUEST.withMode(Mode.RESTART));
        if (outcome instanceof Outcome.Underway underway) {
            awaitEnd(underway.job().id()); // it may as well be over at once
        }

        assertThat(of(SystemEmigrated.class, told)).hasSize(1);
        assertThat(there.system(id).state()).isEqualTo(SystemState.ACTIVE);
    }

    @Test
    void whatStandsInTheWayIsSaid() throws Exception {
        other.isolate(true);

        assertThat(here.migrations().check(id, REQUEST))
                .extracting(MigrationObstacle::kind)
                .containsExactly(Kind.UNREACHABLE);
        other.isolate(false);
        assertThat(here.migrations().check(id, REQUEST)).isEmpty();
    }

    @Test
    void whatMakesNoSenseOrIsNotThereIsRefused() {
        refused(
                Reason.INVALID_ARGUMENT,
                () -> here.migrations().migrate(id, REQUEST.withMaximumTime(Duration.ZERO, TimeoutPolicy.ABORT)));
        refused(Reason.NOT_FOUND, () -> here.migrations().migrate(new SystemId(new UUID(1, 9)), REQUEST));
        refused(Reason.NOT_FOUND, () -> here.migrations().check(new SystemId(new UUID(1, 9)), REQUEST));
        assertThat(here.jobs()).allMatch(Job::isOver);
    }
}
