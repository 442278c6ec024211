package org.telvirt.facility.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.telvirt.facility.event.FacilityEvent.SystemChanged;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.snapshot.SnapshotKind;
import org.telvirt.facility.snapshot.SnapshotWish;
import org.telvirt.facility.testing.Await;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.BackupResult;
import org.telvirt.hypervisor.definition.backup.Checkpoint;
import org.telvirt.hypervisor.simulated.ManualTime;
import org.telvirt.hypervisor.simulated.SimulatedHost;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

@RanOn(Engine.SIMULATED)
@Timeout(60)
class EngineBackupsTest {
    private static final BackupRequest REQUEST = BackupRequest.full("/backups");
    private static final BackupRequest SLOW = REQUEST.withBandwidth(DataRate.ofMebibytes(4)); // 256 s

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-01T00:00:00Z"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SimulatedHost machine =
            new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, time, time);
    private final List<FacilityEvent> told = new CopyOnWriteArrayList<>();
    private LocalFacility facility;
    private SystemId id;

    @BeforeEach
    void openFacility() throws Exception {
        facility = LocalFacility.open(
                machine.connect(),
                FacilitySettings.standard().withGrace(Duration.ZERO),
                new FacilityThreads(threads, Runnable::run, time),
                time);
        id = facility.define(definition("hlr-1")).id();
        facility.change(id, Transition.ACTIVATE, null);
        Await.until(
                "it runs",
                () -> facility.system(id).state() == SystemState.ACTIVE
                        && facility.system(id).underway() == null);
        time.advance(Duration.ofMinutes(10)); // what the activation left behind is over
        var unused = facility.listen(told::add);
    }

    private static DomainDefinition definition(String name) {
        Disk disk = Disk.of("vda", new Disk.FileMedium("/images/" + name + ".qcow2", "qcow2"));
        return FacilityBench.definition(name).withDisks(List.of(disk));
    }

    @AfterEach
    void close() {
        facility.close();
        threads.shutdownNow();
    }

    private SystemBackups backups() {
        return facility.backups();
    }

    /** Begins a slow backup; returns when the engine is at it. */
    private JobId begin(BackupRequest request) throws Exception {
        return begin(request, null);
    }

    private JobId begin(BackupRequest request, Duration timeout) throws Exception {
        int before = time.pending();
        JobId job = ((Outcome.Underway) backups().backUp(id, request, timeout))
                .job()
                .id();
        Await.until("the deadline, the next look and the copying run", () -> time.pending() >= before + 3);
        return job;
    }

    /** Backs up, and waits until it is done. */
    private void backUp(BackupRequest request) throws Exception {
        if (backups().backUp(id, request, null) instanceof Outcome.Underway underway) {
            awaitEnd(underway.job().id()); // it may as well be over at once
            assertThat(job(underway.job().id()).failure()).isNull();
        }
        Await.until("the system is free", () -> facility.system(id).activity() == null);
    }

    private Job job(JobId job) {
        return facility.job(job);
    }

    private void awaitEnd(JobId job) {
        Await.until("the job is over", () -> job(job).isOver());
    }

    private static FacilityException refused(Reason reason, ThrowingCallable call) {
        FacilityException refusal = catchThrowableOfType(FacilityException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        return refusal;
    }

    @Test
    void isSeenAtTheSystemWhileItGoesOn() throws Exception {
        JobId job = begin(SLOW);

        assertThat(facility.system(id).activity()).isEqualTo(Activity.BACKUP);
        assertThat(facility.system(id).state()).isEqualTo(SystemState.ACTIVE);
        assertThat(job(job).activity()).isEqualTo(Activity.BACKUP);
        assertThat(job(job).name()).isEqualTo("Back up 'hlr-1'");
        assertThat(job(job).description()).isEqualTo("In full, to /backups");
        assertThat(told.stream().filter(SystemChanged.class::isInstance).map(SystemChanged.class::cast))
                .anyMatch(change -> change.present().activity() == Activity.BACKUP);
        time.advance(Duration.ofSeconds(256));
        awaitEnd(job);

        assertThat(job(job).state()).isEqualTo(JobState.COMPLETED);
        assertThat(facility.system(id).activity()).isNull();
        assertThat(machine.backupFiles())
                .containsExactlyEntriesOf(Map.of("/backups/hlr-1-vda.qcow2", ByteSize.ofMebibytes(1024)));
    }

    @Test
    void saysWhatItMade() throws Exception {
        assertThat(backups().last(id)).isNull();

        backUp(REQUEST.withCheckpoint("monday"));

        BackupResult made = backups().last(id);
        assertThat(made.disks()).extracting(BackupResult.DiskCopy::file).containsExactly("/backups/hlr-1-vda.qcow2");
        assertThat(made.checkpoint()).isEqualTo("monday");
        facility.destroy(id);
        Await.until("it is gone", () -> facility.system(id) == null);
        Await.until("its backup is forgotten", () -> backups().last(id) == null);
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        JobId job = begin(SLOW);

        time.advance(Duration.ofSeconds(64));

        assertThat(job(job).percentComplete()).isBetween(24, 25);
        assertThat(job(job).remaining()).isBetween(Duration.ofSeconds(191), Duration.ofSeconds(193));
        facility.cancel(job);
        awaitEnd(job);
    }

    @Test
    void excludesEverythingElse() throws Exception {
        JobId job = begin(SLOW);

        assertThat(facility.availableTransitions(id)).isEmpty();
        refused(Reason.BUSY, () -> facility.change(id, Transition.PAUSE, null));
        assertThat(refused(Reason.BUSY, () -> backups().backUp(id, REQUEST, null)))
                .hasMessageContaining("busy with another wish, to back up 'hlr-1'");
        refused(
                Reason.BUSY,
                () -> facility.snapshots().take(id, new SnapshotWish("now", "", SnapshotKind.FULL, false)));
        refused(Reason.BUSY, () -> backups().deleteCheckpoint(id, "any"));
        facility.cancel(job);
        awaitEnd(job);
    }

    @Test
    void leavesNothingWhenItIsCancelled() throws Exception {
        JobId job = begin(SLOW.withCheckpoint("monday"));
        assertThat(machine.backupFiles()).containsOnlyKeys("/backups/hlr-1-vda.qcow2.partial");

        facility.cancel(job);
        awaitEnd(job);

        assertThat(job(job).state()).isEqualTo(JobState.TERMINATED);
        assertThat(machine.backupFiles()).isEmpty();
        assertThat(backups().checkpoints(id)).isEmpty();
        assertThat(backups().last(id)).isNull();
        assertThat(facility.system(id).state()).isEqualTo(SystemState.ACTIVE);
    }

    @Test
    void isEndedAtItsDeadline() throws Exception {
        JobId job = begin(SLOW, Duration.ofSeconds(30));

        time.advance(Duration.ofSeconds(30));
        awaitEnd(job);
        assertThat(job(job).failure().reason()).isEqualTo(Reason.TIMEOUT);
        Await.until("the engine has ended it", () -> {
            time.advance(Duration.ofMillis(500));
            return facility.system(id).activity() == null;
        });

        assertThat(machine.backupFiles()).isEmpty();
    }

    @Test
    void failsWithTheCause() throws Exception {
        machine.failNextBackup(
                ByteSize.ofMebibytes(512),
                new HypervisorException(HypervisorException.Reason.INSUFFICIENT_RESOURCES, "No space left on device"));
        JobId job = begin(SLOW);

        time.advance(Duration.ofSeconds(128));
        awaitEnd(job);

        assertThat(job(job).state()).isEqualTo(JobState.FAILED);
        assertThat(job(job).failure().reason()).isEqualTo(Reason.INSUFFICIENT_RESOURCES);
        assertThat(job(job).failure()).hasMessage("Cannot back up 'hlr-1': No space left on device");
        assertThat(machine.backupFiles()).isEmpty();
    }

    @Test
    void keepsCheckpointsAndForgetsThemOnWish() throws Exception {
        backUp(REQUEST.withCheckpoint("monday"));
        time.advance(Duration.ofMinutes(1));
        backUp(BackupRequest.full("/tuesday").withSince("monday").withCheckpoint("tuesday"));

        assertThat(backups().checkpoints(id)).extracting(Checkpoint::name).containsExactly("monday", "tuesday");
        assertThat(backups().last(id).copied()).isLessThan(ByteSize.ofMebibytes(10));
        if (backups().deleteCheckpoint(id, "monday") instanceof Outcome.Underway underway) {
            awaitEnd(underway.job().id());
        }
        assertThat(backups().checkpoints(id)).extracting(Checkpoint::name).containsExactly("tuesday");
    }

    @Test
    void isRefusedWithoutATraceIfItMakesNoSense() throws Exception {
        SystemId other = facility.define(definition("hlr-2")).id();
        int jobs = facility.jobs().size();

        refused(Reason.INVALID_ARGUMENT, () -> backups().backUp(id, BackupRequest.full("nowhere"), null));
        refused(Reason.INVALID_ARGUMENT, () -> backups().backUp(id, REQUEST, Duration.ZERO));
        refused(Reason.NOT_FOUND, () -> backups().backUp(new SystemId(new UUID(1, 9)), REQUEST, null));
        refused(Reason.NOT_FOUND, () -> backups().checkpoints(new SystemId(new UUID(1, 9))));
        assertThat(refused(Reason.INVALID_STATE, () -> backups().backUp(other, REQUEST, null)))
                .hasMessageContaining("Cannot back up 'hlr-2': it is not active")
                .hasMessageContaining("activate it, or copy its volumes");
        assertThat(facility.jobs()).hasSize(jobs);
    }
}
