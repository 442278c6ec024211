package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.contract.ServicesContract;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.hypervisor.libvirt.rig.RigGuests;
import org.telvirt.hypervisor.snapshot.Snapshot;
import org.telvirt.hypervisor.snapshot.Snapshot.Location;
import org.telvirt.hypervisor.snapshot.SnapshotFeature;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;
import org.telvirt.hypervisor.statistics.DiskUse;
import org.telvirt.hypervisor.statistics.DomainStatistics;
import org.telvirt.hypervisor.statistics.SchedulingUse;
import org.telvirt.hypervisor.statistics.Transfer;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** The contract over real guests, and what only they show. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class LibvirtQemuServicesTest extends ServicesContract {
    private static ExecutorService threads;
    private static PrivateLibvirtd host;
    private static RigGuests guests;

    @BeforeAll
    static void makeThreads(PrivateLibvirtd libvirtd) {
        threads = Executors.newCachedThreadPool();
        host = libvirtd;
        guests = new RigGuests(host);
    }

    @AfterAll
    static void endThreads() {
        threads.shutdown();
    }

    @BeforeEach
    void sayWhatItRunsOn(TestReporter reporter) {
        reporter.publishEntry(Engine.QEMU_GUEST.entry(engine().capabilities().engine()));
    }

    @Override
    protected Hypervisor open() throws Exception {
        return new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
    }

    @Override
    protected DomainDefinition bootable(String name) {
        return guests.definition(name);
    }

    @Override
    protected void awaitUp(Domain domain) {
        guests.guest(domain.name()).awaitBeats(1);
    }

    @Override
    protected void pass(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    @Override
    protected Path folder() throws Exception {
        return Files.createTempDirectory(host.guests(), "pool");
    }

    @Override
    protected boolean hasFiles() {
        return true;
    }

    @Override
    protected DomainDefinition snapshotable(String name) {
        return guests.onQcow2(name);
    }

    private DomainStatistics of(Domain domain) throws Exception {
        return engine().statistics().domains().domains().stream()
                .filter(one -> one.id().equals(domain.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Requirement({"VMADM1 io-throughput", "VMADM1 latency"})
    void countWhatTheFirmwareReadAndHowLongThatTook() throws Exception {
        DiskUse disk = of(running()).disks().get(0);

        assertThat(disk.target()).isEqualTo("vda");
        assertThat(disk.reads().requests()).isPositive();
        assertThat(disk.reads().bytes()).isGreaterThanOrEqualTo(512L);
        assertThat(disk.reads().time()).isPositive();
        assertThat(disk.reads().meanLatencySince(new Transfer(0L, 0L, Duration.ZERO)))
                .isBetween(Duration.ofNanos(1), Duration.ofSeconds(1));
    }

    @Test
    @Requirement("VMADM1 storage")
    void tellWhatTheDiskTakes() throws Exception {
        DiskUse disk = of(running()).disks().get(0);

        assertThat(disk.capacity()).isEqualTo(ByteSize.ofMebibytes(1));
        assertThat(disk.physical()).isBetween(new ByteSize(512), ByteSize.ofMebibytes(1));
    }

    @Test
    void leaveOutWhatEmulationDoesNotCount() throws Exception {
        DomainStatistics now = of(running());

        assertThat(now.memory().unused())
                .as("told by a driver that this guest does not have")
                .isNull();
        assertThat(now.memory().guestTold()).isNull();
        assertThat(now.ports()).isEmpty();
        assertThat(now.disks().get(0).errors()).isNull();
    }

    @Test
    @Requirement("VMADM1 context-switches")
    void seeTheThreadsOfTheGuestsOwnProcess() throws Exception {
        Domain domain = running();
        long pid = guests.guest(domain.name()).process().orElseThrow().pid();

        SchedulingUse use = of(domain).scheduling();

        assertThat(use.threads())
                .isEqualTo(
                        Path.of("/proc", String.valueOf(pid), "task").toFile().list().length);
        assertThat(use.runTime()).isPositive();
        assertThat(use.runDelay()).isPositive();
        assertThat(use.slices()).isPositive();
    }

    @Test
    @Requirement("VMAVAIL1 restart")
    void goBackToTheGuestsMemoryAndDisks() throws Exception {
        Domain domain = defined(snapshotable(freshName()));
        HeartbeatGuest guest = guests.guest(domain.name());
        engine().perform(LifecycleAction.START, domain.id());
        guest.awaitBeats(2);
        engine().snapshots().create(domain.id(), SnapshotRequest.full("alive"));
        engine().perform(LifecycleAction.STOP, domain.id());
        int before = guest.beats().length();

        engine().snapshots().revert(domain.id(), "alive");

        guest.awaitBeats(2);
        assertThat(guest.beats().charAt(before))
                .as("it goes on and does not begin")
                .isNotEqualTo('A');
    }

    @Test
    void areRefusedBesideCheckpointsWithWhichNoRunCouldGoBack() throws Exception {
        Domain domain = defined(snapshotable(freshName()));
        engine().perform(LifecycleAction.START, domain.id());
        engine().snapshots().create(domain.id(), SnapshotRequest.full("before"));
        host.virsh("checkpoint-create-as", domain.name(), "theirs");

        assertThat(refused(Reason.INVALID_STATE, () -> engine().snapshots().revert(domain.id(), "before")))
                .hasMessageContaining("checkpoints (1)")
                .hasMessageContaining("delete them first");
        refused(Reason.INVALID_STATE, () -> engine().snapshots().create(domain.id(), SnapshotRequest.full("after")));
        assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
        engine().backups().deleteCheckpoint(domain.id(), "theirs");
        engine().snapshots().revert(domain.id(), "before");
    }

    @Test
    void keepDisksInFilesOfTheirOwnAndSayWhatCannotBeDoneWithThem() throws Exception {
        Domain domain = defined(snapshotable(freshName()));
        engine().perform(LifecycleAction.START, domain.id());

        Snapshot taken = engine().snapshots().create(domain.id(), SnapshotRequest.disks("aside", Location.EXTERNAL));

        assertThat(taken.location()).isEqualTo(Location.EXTERNAL);
        assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
        String reason = engine().snapshots().missing().get(SnapshotFeature.REVERT_EXTERNAL);
        if (reason != null) {
            assertThat(refused(Reason.UNSUPPORTED, () -> engine().snapshots().revert(domain.id(), "aside")))
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void tellNoProgressWithoutWorkAndRefuseToEndIt() throws Exception {
        Domain domain = running();

        assertThat(engine().work().progress(domain.id())).isNull();
        refused(Reason.INVALID_STATE, () -> engine().work().abort(domain.id()));
    }

    @Test
    @Requirement("VMPERF17")
    void doNotWaitForADomainThatIsBusyWithSomethingElse() throws Exception {
        Domain domain = running();
        Process saving = new ProcessBuilder(
                        "virsh",
                        "-q",
                        "-c",
                        host.uri(),
                        "dump",
                        "--memory-only",
                        domain.name(),
                        host.guests().resolve("dump").toString())
                .start();

        while (saving.isAlive()) {
            assertThat(engine().statistics().domains().cost().elapsed()).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(saving.exitValue()).isZero();
    }
}
