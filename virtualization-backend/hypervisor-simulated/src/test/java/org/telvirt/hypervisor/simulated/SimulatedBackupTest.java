package org.telvirt.hypervisor.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.contract.BackupContract;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.backup.BackupEnd;
import org.telvirt.hypervisor.definition.backup.BackupRemains;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.BackupResult;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** The contract over a simulated host, and what only it can show. */
@RanOn(Engine.SIMULATED)
class SimulatedBackupTest extends BackupContract {
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-01T00:00:00Z"));
    private final SimulatedHost host = new SimulatedHost(SimulatedHostSettings.standard(), Runnable::run, time, time);
    private int folders;
    private SimulatedHypervisor engine;

    @Override
    protected Hypervisor open() {
        engine = host.connect();
        return engine;
    }

    @Override
    protected DomainDefinition bootable(String name) {
        Disk disk = new Disk("vda", Disk.DeviceType.DISK, null, new Disk.FileMedium("/a.img", "raw"), false, null);
        return DomainDefinition.named(name, Processors.of(1), Memory.of(ByteSize.ofMebibytes(8)))
                .withDisks(List.of(disk));
    }

    @Override
    protected DomainDefinition bulky(String name) {
        return bootable(name);
    }

    @Override
    protected DomainDefinition onTwoDisks(String name) {
        DomainDefinition one = bootable(name);
        Disk other = one.disks().get(0).withTarget("vdb", null).withMedium(new Disk.FileMedium("/b.img", "raw"));
        Disk drive = new Disk("sda", Disk.DeviceType.CDROM, null, null, true, null);
        return one.withDisks(List.of(one.disks().get(0), other, drive));
    }

    @Override
    protected void awaitUp(Domain domain) {
        time.advance(Duration.ofSeconds(1));
    }

    @Override
    protected void pass(Duration span) {
        time.advance(span);
        LockSupport.parkNanos(1_000_000);
    }

    @Override
    protected String folder() {
        return "/backups/" + folders++;
    }

    @Override
    protected List<String> filesIn(String folder) {
        return host.backupFiles().keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .map(path -> path.substring(folder.length() + 1))
                .toList();
    }

    @Override
    protected void write(Domain domain) throws HypervisorException {
        host.load(domain.id(), new GuestLoad(0.1, 20, 4096, Duration.ofMillis(2), 0));
        time.advance(Duration.ofSeconds(10));
    }

    @Test
    void isAsLargeAsTheVolume() throws Exception {
        engine.storage().definePool("images", "/images");
        engine.storage().create("images", "a.qcow2", "qcow2", ByteSize.ofMebibytes(300));
        Disk disk = Disk.of("vda", new Disk.FileMedium("/images/a.qcow2", "qcow2"));
        Domain domain = started(bootable(freshName()).withDisks(List.of(disk)));

        BackupResult result = backUp(domain, BackupRequest.full(folder()));

        assertThat(result.copied()).isEqualTo(ByteSize.ofMebibytes(300));
        assertThat(result.disks().get(0).size()).isEqualTo(ByteSize.ofMebibytes(300));
    }

    @Test
    void copiesByTheClockAsFastAsItMay() throws Exception {
        host.slowBackups(DataRate.ofMebibytes(512));
        Domain domain = running();
        Future<BackupResult> backup =
                begin(domain, BackupRequest.full(folder()).withBandwidth(DataRate.ofMebibytes(128)));

        time.advance(Duration.ofSeconds(2));
        assertThat(engine.work().progress(domain.id()).percent()).isEqualTo(25);
        assertThat(engine.work().progress(domain.id()).remaining()).isEqualTo(Duration.ofSeconds(6));
        time.advance(Duration.ofSeconds(6));

        assertThat(result(backup).total()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void copiesExactlyWhatTheGuestHasWritten() throws Exception {
        Domain domain = running();
        host.load(domain.id(), GuestLoad.IDLE);
        backUp(domain, BackupRequest.full(folder()).withCheckpoint("monday"));
        host.load(domain.id(), new GuestLoad(0, 200, 1 << 20, Duration.ofMillis(2), 0));
        time.advance(Duration.ofSeconds(3));
        host.load(domain.id(), GuestLoad.IDLE);

        BackupResult changed = backUp(domain, BackupRequest.full(folder()).withSince("monday"));

        assertThat(changed.copied()).isEqualTo(ByteSize.ofMebibytes(300));
    }

    @Test
    void failsInTheMiddleAndLeavesNothing() throws Exception {
        host.slowBackups(DataRate.ofMebibytes(100));
        host.failNextBackup(
                ByteSize.ofMebibytes(500),
                new HypervisorException(Reason.INSUFFICIENT_RESOURCES, "No space left on device"));
        Domain domain = running();
        String folder = folder();
        Future<BackupResult> backup = begin(domain, BackupRequest.full(folder).withCheckpoint("monday"));
        time.advance(Duration.ofSeconds(4));
        assertThat(filesIn(folder)).containsExactly(domain.name() + "-vda.qcow2.partial");

        assertThat(refused(Reason.INSUFFICIENT_RESOURCES, () -> result(backup)))
                .hasMessage("Cannot back up '" + domain.name() + "': No space left on device");

        assertThat(filesIn(folder)).isEmpty();
        assertThat(backups().checkpoints(domain.id())).isEmpty();
        backUp(domain, BackupRequest.full(folder));
        assertThat(filesIn(folder)).hasSize(1);
    }

    @Test
    void isFinishedAfterItsCallerWasCutOff() throws Exception {
        host.slowBackups(DataRate.ofMebibytes(512));
        Domain domain = running();
        String folder = folder();
        Future<BackupResult> backup = begin(domain, BackupRequest.full(folder));
        engine.cut();
        time.advance(Duration.ofSeconds(2));
        refused(Reason.UNAVAILABLE, () -> result(backup));
        assertThat(filesIn(folder)).containsExactly(domain.name() + "-vda.qcow2.partial");
        engine.mend();

        BackupEnd end = settle(domain, folder);

        assertThat(end.isWhole()).isTrue();
        assertThat(filesIn(folder)).containsExactly(domain.name() + "-vda.qcow2");
        assertThat(settle(domain, folder).isWhole()).as("again").isTrue();
    }

    @Test
    void isTakenBackAfterItsCallerWasCutOffIfItIsNotWhole() throws Exception {
        host.slowBackups(DataRate.ofMebibytes(512));
        host.failNextBackup(ByteSize.ofMebibytes(600), new HypervisorException(Reason.INTERNAL, "Input/output error"));
        Domain domain = running();
        String folder = folder();
        Future<BackupResult> backup = begin(domain, BackupRequest.full(folder).withCheckpoint("monday"));
        engine.cut();
        time.advance(Duration.ofSeconds(2));
        refused(Reason.UNAVAILABLE, () -> result(backup));
        engine.mend();

        BackupEnd end = settle(domain, folder);

        assertThat(end.isWhole()).isFalse();
        assertThat(end.message()).isEqualTo("the copies were not whole, and have been removed");
        assertThat(filesIn(folder)).isEmpty();
        assertThat(backups().checkpoints(domain.id())).isEmpty();
    }

    private BackupEnd settle(Domain domain, String folder) throws HypervisorException {
        String file = folder + "/" + domain.name() + "-vda.qcow2";
        return backups()
                .settle(domain.id(), new BackupRemains(List.of(file), "monday", Instant.parse("2026-11-01T00:00:00Z")));
    }

    @Test
    void asksTheGuestOnlyIfItHasAnAgent() throws Exception {
        Domain without = running();
        Domain with = started(bootable(freshName()).withGuestAgent(true));

        assertThat(refused(
                        Reason.UNSUPPORTED,
                        () -> backUp(without, BackupRequest.full(folder()).withQuiesce(true))))
                .hasMessageContaining("no channel to an agent");
        backUp(with, BackupRequest.full(folder()).withQuiesce(true));
    }
}
