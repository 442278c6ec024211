package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.contract.MigrationContract;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.HostDevice;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle.Kind;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Mode;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Storage;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Transport;
import org.telvirt.hypervisor.libvirt.rig.Footprint;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.hypervisor.libvirt.rig.RigGuests;
import org.telvirt.hypervisor.migration.MigrationResult;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** The contract between two libvirt hosts with guests that beat, and what only they can show. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class LibvirtMigrationTest extends MigrationContract {
    private static final String LOOPBACK = "tcp://127.0.0.1";

    private static ExecutorService threads;
    private static PrivateLibvirtd host;
    private static PrivateLibvirtd other;
    private static RigGuests guests;

    @BeforeAll
    static void startAnotherHost(PrivateLibvirtd libvirtd) {
        threads = Executors.newCachedThreadPool();
        host = libvirtd;
        other = PrivateLibvirtd.start();
        guests = new RigGuests(host);
    }

    @AfterAll
    static void stopIt() {
        other.close();
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
    protected Hypervisor openOther() throws Exception {
        return new LibvirtHypervisor(other.uri(), threads, InstantSource.system());
    }

    @Override
    protected DomainDefinition bootable(String name) {
        return guests.definition(name);
    }

    @Override
    protected DomainDefinition restless(String name) {
        return guests.restless(name);
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
    protected Duration patience() {
        return Duration.ofSeconds(150);
    }

    @Override
    protected MigrationRequest request() {
        return to(other.uri());
    }

    private static MigrationRequest to(String uri) {
        return MigrationRequest.live(uri).withStorage(Storage.SHARED_UNSEEN).withTransport(Transport.TCP, LOOPBACK);
    }

    @Override
    protected MigrationRequest nowhere() {
        return to("qemu+tcp://127.0.0.1:1/system");
    }

    @Override
    protected MigrationRequest home() {
        return to(host.uri());
    }

    @Override
    protected void requireUnbroken(Domain domain) {
        HeartbeatGuest guest = guests.guest(domain.name());
        guest.awaitBeats(2);
        assertThat(guest.beatsAreUnbroken()).as(guest.beats()).isTrue();
    }

    @Nested
    class Disks {
        @Test
        void areNotTakenForSharedIfTheyAreFilesOfOneHost() throws Exception {
            Domain domain = calm();
            MigrationRequest shared = request().withStorage(Storage.SHARED);

            List<MigrationObstacle> obstacles = migration().check(domain.id(), shared);

            assertThat(obstacles).extracting(MigrationObstacle::kind).containsExactly(Kind.DISK);
            assertThat(obstacles.get(0).message()).contains("vda").contains(domain.name() + ".img");
            refused(Reason.UNSUPPORTED, () -> migration().migrate(domain.id(), shared));
        }

        @Test
        void areCopiedIfAskedTo() throws Exception {
            String name = freshName();
            DomainDefinition definition = bootable(name);
            // the same path on both hosts, which is a folder of its own on each
            Path path = Path.of("/var/lib/libvirt/images", name + ".img");
            Files.copy(guests.guest(name).image(), images(host).resolve(name + ".img"));
            Path copy = images(other).resolve(name + ".img");
            Files.write(copy, new byte[1 << 20]);
            Disk disk = definition.disks().get(0);
            Domain domain = traveller(defined(definition.withDisks(List.of(new Disk(
                    disk.target(),
                    disk.device(),
                    disk.bus(),
                    new Disk.FileMedium(path.toString(), "raw"),
                    false,
                    1)))));
            engine().perform(LifecycleAction.START, domain.id());
            awaitUp(domain);

            migration().migrate(domain.id(), request().withStorage(Storage.COPIED));

            requireUnbroken(domain);
            assertThat(copy).hasSameBinaryContentAs(guests.guest(name).image());
        }

        private Path images(PrivateLibvirtd of) {
            Path folder = of.guests().getParent();
            return folder.resolve("hosts/" + folder.getFileName() + "/lib/images");
        }
    }

    /** What only libvirt's hosts can show to stand in the way. */
    @Nested
    class Obstacles {
        @Test
        void areSnapshotsSinceTheyStayHere() throws Exception {
            String name = freshName();
            Domain domain = traveller(defined(guests.onQcow2(name)));
            engine().perform(LifecycleAction.START, domain.id());
            awaitUp(domain);
            engine().snapshots().create(domain.id(), SnapshotRequest.full("before"));

            List<MigrationObstacle> obstacles = migration().check(domain.id(), request());

            assertThat(obstacles).extracting(MigrationObstacle::kind).containsExactly(Kind.STATE);
            assertThat(obstacles.get(0).message()).contains("snapshots (1)").contains("remove them");
            refused(Reason.INVALID_STATE, () -> migration().migrate(domain.id(), request()));
            engine().snapshots().delete(domain.id(), "before");
            assertThat(migration().check(domain.id(), request())).isEmpty();
        }

        @Test
        void areMemoryThatTheOtherHostHasNotFree() throws Exception {
            // more than is free there, but not more than there is, of which Linux would promise nothing
            ByteSize allButLittle = ByteSize.ofKibibytes(totalKibibytes() - (32 << 10));
            Domain domain = traveller(defined(bootable(freshName()).withMemory(Memory.of(allButLittle))));
            engine().perform(LifecycleAction.START, domain.id());
            awaitUp(domain);

            assertThat(kindsOf(domain, request())).containsExactly(Kind.MEMORY);
            assertThat(refused(Reason.INSUFFICIENT_RESOURCES, () -> migration().migrate(domain.id(), request())))
                    .hasMessageContaining("of memory available");
            requireUnbroken(domain);
        }

        private static long totalKibibytes() throws IOException {
            String total = Files.readAllLines(Path.of("/proc/meminfo")).get(0);
            return Long.parseLong(total.replaceAll("\\D", ""));
        }

        @Test
        void areDevicesOfThisHost() throws Exception {
            HostDevice device = new HostDevice.PciDevice(0, 0xff, 0, 0);
            Domain domain = traveller(defined(bootable(freshName()).withHostDevices(List.of(device))));
            MigrationRequest restart = request().withMode(Mode.RESTART);

            assertThat(kindsOf(domain, restart)).containsExactly(Kind.HOST_DEVICE);
            assertThat(refused(Reason.UNSUPPORTED, () -> migration().migrate(domain.id(), restart)))
                    .hasMessageContaining("detach it first");
            assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.SHUT_OFF);
        }

        @Test
        void areIdsThatAreTakenUnderAnotherName() throws Exception {
            Domain domain = calm();
            traveller(there().define(bootable(freshName()).withUuid(domain.id().uuid())));

            assertThat(kindsOf(domain, request())).containsExactly(Kind.TAKEN);
            assertThat(refused(Reason.ALREADY_EXISTS, () -> migration().migrate(domain.id(), request())))
                    .hasMessageContaining(domain.id().toString());
            requireUnbroken(domain);
        }

        @Test
        void areMigrationsThatAreAsManyAsMayGoOn() throws Exception {
            List<Future<MigrationResult>> all = new ArrayList<>();
            List<Domain> domains = new ArrayList<>();
            for (int i = 0; i < migration().most(); i++) {
                domains.add(busy());
                all.add(begin(domains.get(i), request().withBandwidth(slowly())));
            }
            Domain late = calm();

            assertThat(refused(Reason.BUSY, () -> migration().migrate(late.id(), request())))
                    .hasMessageContaining("4 migrations go on, as many as there may be");

            for (int i = 0; i < all.size(); i++) {
                Future<MigrationResult> migration = all.get(i);
                engine().work().abort(domains.get(i).id());
                refused(Reason.INVALID_STATE, () -> result(migration));
            }
            migration().migrate(late.id(), request());
            requireUnbroken(late);
        }

        private List<Kind> kindsOf(Domain domain, MigrationRequest request) throws HypervisorException {
            return migration().check(domain.id(), request).stream()
                    .map(MigrationObstacle::kind)
                    .toList();
        }

        @Test
        void areCheckpointsSinceTheyStayHere() throws Exception {
            Domain domain = traveller(defined(guests.onQcow2(freshName())));
            engine().perform(LifecycleAction.START, domain.id());
            awaitUp(domain);
            host.virsh("checkpoint-create-as", domain.name(), "monday");

            List<MigrationObstacle> obstacles = migration().check(domain.id(), request());

            assertThat(obstacles).extracting(MigrationObstacle::kind).containsExactly(Kind.STATE);
            assertThat(obstacles.get(0).message()).contains("checkpoints (1)").contains("delete them");
            engine().backups().deleteCheckpoint(domain.id(), "monday");
            assertThat(migration().check(domain.id(), request())).isEmpty();
        }

        @Test
        void areNetworksThatAreNotThere() throws Exception {
            NetworkPort port = new NetworkPort(null, new NetworkPort.VirtualNetwork("not-there"), "virtio", null);
            Domain domain = traveller(defined(bootable(freshName()).withNetworkPorts(List.of(port))));
            MigrationRequest restart = request().withMode(Mode.RESTART);

            List<MigrationObstacle> obstacles = migration().check(domain.id(), restart);

            assertThat(obstacles).extracting(MigrationObstacle::kind).containsExactly(Kind.NETWORK);
            assertThat(obstacles.get(0).message()).contains("'not-there'");
            refused(Reason.UNSUPPORTED, () -> migration().migrate(domain.id(), restart));
            assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.SHUT_OFF);
        }
    }

    @Test
    void leavesNothingBehindOnEitherHost() throws Exception {
        goAndReturn();
        Footprint here = Footprint.of(host);
        Footprint away = Footprint.of(other);

        goAndReturn();

        awaitSame(here, host);
        awaitSame(away, other);
    }

    /** One domain arrives and ends there, another one's migration is given up and it ends here. */
    private void goAndReturn() throws Exception {
        Domain moved = calm();
        migration().migrate(moved.id(), request());
        there().perform(LifecycleAction.STOP, moved.id());
        there().undefine(moved.id());
        Domain stayed = busy();
        Future<MigrationResult> migration = begin(stayed, request().withBandwidth(slowly()));
        pass(Duration.ofSeconds(1));
        engine().work().abort(stayed.id());
        refused(Reason.INVALID_STATE, () -> result(migration));
        engine().perform(LifecycleAction.STOP, stayed.id());
        engine().undefine(stayed.id());
    }

    /** libvirt cleans up behind the answer. */
    private void awaitSame(Footprint before, PrivateLibvirtd of) throws Exception {
        Footprint after = Footprint.of(of);
        for (int i = 0; i < 100 && !after.equals(before); i++) {
            pass(Duration.ofMillis(100));
            after = Footprint.of(of);
        }
        assertThat(after).isEqualTo(before);
    }

    @Test
    void goesThroughTheConnectionOfTheDaemons() throws Exception {
        Domain domain = calm();

        migration().migrate(domain.id(), request().withTransport(Transport.TUNNELLED, null));

        assertThat(there().domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
        requireUnbroken(domain);
    }

    @Test
    @Requirement("VMLIVMIG3 other-vms")
    void leavesANeighbourItsBeat() throws Exception {
        Domain neighbour = calm();
        Domain domain = busy();
        Future<MigrationResult> migration = begin(domain, request().withBandwidth(slowly()));

        int beats = guests.guest(neighbour.name()).beatsDuring(Duration.ofSeconds(5));

        engine().work().abort(domain.id());
        refused(Reason.INVALID_STATE, () -> result(migration));
        assertThat(beats).as("in five seconds, of ten").isGreaterThanOrEqualTo(5);
        requireUnbroken(neighbour);
    }

    @Test
    void leavesTheDomainWhereItWasWhenTheOtherHostDies() throws Exception {
        Domain domain = busy();
        Future<MigrationResult> migration;
        try (PrivateLibvirtd mortal = PrivateLibvirtd.start()) {
            migration = begin(domain, to(mortal.uri()).withBandwidth(slowly()));
            pass(Duration.ofSeconds(1));
        }

        HypervisorException failure = failureOf(migration);

        assertThat(failure).hasMessageContaining("the domain goes on here");
        assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
        requireUnbroken(domain);
    }

    private HypervisorException failureOf(Future<MigrationResult> migration) throws Exception {
        try {
            throw new AssertionError("it was done: " + result(migration));
        } catch (HypervisorException e) {
            return e;
        }
    }
}
