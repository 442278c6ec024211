package org.telvirt.facility.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.LocalFacility;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.testing.Await;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.BackupResult;
import org.telvirt.hypervisor.simulated.SimulatedHypervisor;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** What a facility does with a backup after the one before it ended in the middle. */
@RanOn(Engine.SIMULATED)
@Timeout(60)
class BackupRecoveryTest extends RecoveryBench {
    private static final BackupRequest REQUEST = BackupRequest.full("/backups").withCheckpoint("monday");
    private static final String FILE = "/backups/hlr-1-vda.qcow2";

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private DomainId withADisk() throws HypervisorException {
        Disk disk = Disk.of("vda", new Disk.FileMedium("/images/hlr-1.qcow2", "qcow2"));
        DomainId id = engine.define(FacilityBench.definition("hlr-1").withDisks(List.of(disk)))
                .id();
        engine.perform(LifecycleAction.START, id);
        return id;
    }

    private JournaledEngine journaled(Hypervisor on) {
        return new FacilityJournal(texts, new FacilityThreads(Runnable::run, Runnable::run, time), time)
                .around(on, any -> "hlr-1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsWhetherItIsThere(boolean isBefore) throws Exception {
        DomainId id = withADisk();
        CrashPoint crash = new CrashPoint(engine, texts, "backUp", isBefore);
        JournaledEngine journaled = journaled(crash.engine());
        crash.crash(() -> journaled.backups().backUp(id, REQUEST));

        Job job = jobAfter(crash);

        assertThat(job.name()).isEqualTo("Back up 'hlr-1'");
        if (isBefore) {
            isInterrupted(job, "there is no backup");
            assertThat(host.backupFiles()).isEmpty();
        } else {
            assertThat(job.state()).isEqualTo(JobState.COMPLETED);
            assertThat(host.backupFiles()).containsOnlyKeys(FILE);
            assertThat(engine.backups().checkpoints(id)).hasSize(1);
        }
    }

    /** Begins a backup by a process that ends in the middle; the engine goes on. */
    private Future<BackupResult> begun(SimulatedHypervisor gone, DomainId id) {
        return begun(gone, id, DataRate.ofMebibytes(64)); // 16 s
    }

    private Future<BackupResult> begun(SimulatedHypervisor gone, DomainId id, DataRate rate) {
        host.slowBackups(rate);
        JournaledEngine journaled = journaled(gone);
        Future<BackupResult> backup = threads.submit(() -> journaled.backups().backUp(id, REQUEST));
        Await.until("the engine is at it", () -> isAtIt(gone, id) && time.pending() > 0);
        gone.cut();
        return backup;
    }

    private static boolean isAtIt(Hypervisor engine, DomainId id) {
        try {
            return engine.work().progress(id) != null;
        } catch (HypervisorException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void finishesItWhenTheEngineHas() throws Exception {
        DomainId id = withADisk();
        Future<BackupResult> unheard = begun(host.connect(), id);
        KeptTexts left = texts.copy();

        try (LocalFacility next = open(engine, left)) {
            time.advance(Duration.ofSeconds(8));
            Job job = next.jobs().get(0);
            assertThat(job.isOver()).isFalse();
            assertThat(job.percentComplete()).isBetween(45, 50);
            time.advance(Duration.ofSeconds(20));

            assertThat(next.jobs()).extracting(Job::state).containsExactly(JobState.COMPLETED);
        }
        assertThatThrownBy(unheard::get).hasMessageContaining("the connection is cut");
        assertThat(host.backupFiles()).containsOnlyKeys(FILE);
        assertThat(intents(left)).isEmpty();
    }

    @Test
    void waitsForAnEngineThatIsAwayWhenItIsDone() throws Exception {
        DomainId id = withADisk();
        Future<BackupResult> unheard = begun(host.connect(), id, DataRate.ofMebibytes(4)); // 256 s
        SimulatedHypervisor flighty = host.connect();

        try (LocalFacility next = open(flighty, texts.copy())) {
            time.advance(Duration.ofSeconds(250));
            flighty.cut();
            time.advance(Duration.ofSeconds(30));
            assertThat(next.jobs()).noneMatch(Job::isOver);
            flighty.mend();
            time.advance(Duration.ofSeconds(10));

            assertThat(next.jobs()).extracting(Job::state).containsExactly(JobState.COMPLETED);
        }
        assertThatThrownBy(unheard::get).hasMessageContaining("the connection is cut");
        assertThat(host.backupFiles()).containsOnlyKeys(FILE);
    }

    @Test
    void takesItBackWhenTheEngineFailed() throws Exception {
        host.failNextBackup(ByteSize.ofMebibytes(512), new HypervisorException(Reason.INTERNAL, "Input/output error"));
        DomainId id = withADisk();
        Future<BackupResult> unheard = begun(host.connect(), id);
        KeptTexts left = texts.copy();

        try (LocalFacility next = open(engine, left)) {
            time.advance(Duration.ofSeconds(20));

            isInterrupted(next.jobs().get(0), "the copies were not whole, and have been removed");
        }
        assertThatThrownBy(unheard::get).hasMessageContaining("the connection is cut");
        assertThat(host.backupFiles()).isEmpty();
        assertThat(engine.backups().checkpoints(id)).isEmpty();
    }

    @Test
    void leavesToTheNextProcessWhatItLostSightOf() throws Exception {
        DomainId id = withADisk();
        Future<BackupResult> unheard = begun(host.connect(), id);
        time.advance(Duration.ofSeconds(20));

        assertThatThrownBy(unheard::get).hasMessageContaining("the connection is cut");

        assertThat(intents(texts)).hasSize(1);
        assertThat(host.backupFiles()).containsOnlyKeys(FILE + ".partial");
        assertThat(jobAfter(texts.copy()).state()).isEqualTo(JobState.COMPLETED);
        assertThat(host.backupFiles()).containsOnlyKeys(FILE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsWhetherACheckpointIsGone(boolean isBefore) throws Exception {
        DomainId id = withADisk();
        engine.backups().backUp(id, REQUEST);
        CrashPoint crash = new CrashPoint(engine, texts, "deleteCheckpoint", isBefore);
        JournaledEngine journaled = journaled(crash.engine());
        crash.crash(() -> journaled.backups().deleteCheckpoint(id, "monday"));

        Job job = jobAfter(crash);

        assertThat(job.name()).isEqualTo("Delete checkpoint 'monday' of 'hlr-1'");
        if (isBefore) {
            isInterrupted(job, "the checkpoint is still there");
        } else {
            assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        }
    }
}
