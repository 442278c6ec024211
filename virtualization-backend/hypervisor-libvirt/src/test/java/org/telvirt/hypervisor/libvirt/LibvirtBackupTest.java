package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent.DomainStateChanged;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.contract.BackupContract;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.backup.BackupEnd;
import org.telvirt.hypervisor.definition.backup.BackupRemains;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.BackupRequest.Format;
import org.telvirt.hypervisor.definition.backup.BackupResult;
import org.telvirt.hypervisor.libvirt.rig.Footprint;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.hypervisor.libvirt.rig.RigGuests;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** The contract over real guests, and what only they show. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class LibvirtBackupTest extends BackupContract {
    /** What is not through before its bandwidth is limited. */
    private static final int BULK_MEBIBYTES = 512;

    private static final int SOME_MEBIBYTES = 16;
    private static final DataRate FOR_SECONDS = DataRate.ofMebibytes(128);

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
        return guests.onQcow2(name);
    }

    @Override
    protected DomainDefinition bulky(String name) {
        return guests.bulky(name, BULK_MEBIBYTES);
    }

    @Override
    protected DomainDefinition onTwoDisks(String name) {
        return guests.onTwoDisks(name);
    }

    @Override
    protected void awaitUp(Domain domain) {
        guests.guest(domain.name()).awaitBeats(1);
        guests.slowDown(domain.name());
    }

    @Override
    protected void pass(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    @Override
    protected Duration patience() {
        return Duration.ofMinutes(2);
    }

    @Override
    protected String folder() throws IOException {
        folders.add(Files.createTempDirectory(host.guests(), "copies"));
        return folders.get(folders.size() - 1).toString();
    }

    @Override
    protected List<String> filesIn(String folder) throws IOException {
        return names(Path.of(folder));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private final List<Path> folders = new ArrayList<>();

    @AfterEach
    void removeCopies() throws IOException {
        for (Path folder : folders) {
            for (String name : names(folder)) {
                Files.delete(folder.resolve(name));
            }
        }
    }

    /** A running guest that has something to copy. */
    private Domain somewhatBulky() throws Exception {
        return started(guests.bulky(freshName(), SOME_MEBIBYTES));
    }

    /** As the guest would, by its own device. */
    @Override
    protected void write(Domain domain) {
        write(domain, 0x5a);
    }

    private static void write(Domain domain, int pattern) {
        String answer = host.virsh(
                "qemu-monitor-command",
                domain.name(),
                "--hmp",
                "qemu-io -d virtio-disk0/virtio-backend \"write -P " + pattern + " 256k 192k\"");
        assertThat(answer).as("what was wrong").isBlank();
    }

    private static String source(Domain domain) {
        return host.guests().resolve(domain.name() + ".qcow2").toString();
    }

    /** Whether two images have the same content, also while one is in use. */
    private static boolean isSame(String one, String other) throws Exception {
        return qemuImg("compare", "-U", one, other) == 0;
    }

    /** What it ended with: 0, or 1 if what it compared is different. */
    private static int qemuImg(String... arguments) throws Exception {
        Process tool = new ProcessBuilder(Stream.concat(Stream.of("qemu-img"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(said).isBetween(0, arguments[0].equals("compare") ? 1 : 0);
        return tool.exitValue();
    }

    private static String only(BackupResult result) {
        assertThat(result.disks()).hasSize(1);
        return result.disks().get(0).file();
    }

    @Nested
    class Content {
        @Test
        void isThatOfTheDiskAtTheBeginning() throws Exception {
            Domain domain = somewhatBulky();

            BackupResult result = backUp(domain, BackupRequest.full(folder()));

            assertThat(isSame(source(domain), only(result))).isTrue();
            assertThat(result.copied()).isEqualTo(ByteSize.ofMebibytes(SOME_MEBIBYTES));
            assertThat(result.disks().get(0).size()).isGreaterThan(ByteSize.ofMebibytes(SOME_MEBIBYTES - 1));
            write(domain);
            assertThat(isSame(source(domain), only(result)))
                    .as("after a change of the disk")
                    .isFalse();
            guests.guest(domain.name()).awaitBeats(2);
            assertThat(guests.guest(domain.name()).beatsAreUnbroken()).isTrue();
        }

        @Test
        void isTheSameByteForByteInARawFile() throws Exception {
            Domain domain = started(guests.definition(freshName()));

            BackupResult result = backUp(domain, BackupRequest.full(folder()).withFormat(Format.RAW));

            Path disk = guests.guest(domain.name()).image();
            assertThat(Files.mismatch(disk, Path.of(only(result)))).isEqualTo(-1);
        }

        @Test
        void isWhatItWasEvenIfTheDiskChangesMeanwhile() throws Exception {
            Domain domain = bulky();
            String before = folder() + "/before.qcow2";
            qemuImg("convert", "-U", "-O", "qcow2", source(domain), before);
            Future<BackupResult> backup =
                    begin(domain, BackupRequest.full(folder()).withBandwidth(FOR_SECONDS));
            write(domain);

            String copy = only(result(backup));

            assertThat(isSame(before, copy)).isTrue();
            assertThat(isSame(source(domain), copy)).isFalse();
        }

        @Test
        void ofAnIncrementalOneOverTheFullOneIsThatOfTheDisk() throws Exception {
            Domain domain = somewhatBulky();
            String full = only(backUp(domain, BackupRequest.full(folder()).withCheckpoint("monday")));
            write(domain, 0x11);
            BackupResult tuesday = backUp(
                    domain, BackupRequest.full(folder()).withSince("monday").withCheckpoint("tuesday"));
            write(domain, 0x22);
            BackupResult wednesday = backUp(domain, BackupRequest.full(folder()).withSince("tuesday"));

            qemuImg("rebase", "-u", "-F", "qcow2", "-b", full, only(tuesday));
            qemuImg("rebase", "-u", "-F", "qcow2", "-b", only(tuesday), only(wednesday));

            assertThat(tuesday.disks().get(0).size()).isLessThan(ByteSize.ofMebibytes(2));
            assertThat(isSame(source(domain), only(wednesday))).isTrue();
            assertThat(isSame(source(domain), only(tuesday))).isFalse();
        }

        @Test
        void isStillKnownAfterAShutDownAndAStart() throws Exception {
            Domain domain = somewhatBulky();
            backUp(domain, BackupRequest.full(folder()).withCheckpoint("monday"));
            write(domain);
            engine().perform(LifecycleAction.STOP, domain.id());
            engine().perform(LifecycleAction.START, domain.id());
            awaitUp(domain);

            BackupResult changed = backUp(domain, BackupRequest.full(folder()).withSince("monday"));

            assertThat(changed.copied()).isBetween(ByteSize.ofKibibytes(192), ByteSize.ofMebibytes(1));
        }
    }

    @Nested
    class Failures {
        @Test
        void forLackOfRoomSaySoAndLeaveNothing() throws Exception {
            assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount a small file system");
            Domain domain = somewhatBulky();
            Path folder = Path.of(folder());
            Path seen = host.narrow(folder, 8);

            assertThat(refused(
                            Reason.INSUFFICIENT_RESOURCES,
                            () -> backUp(
                                    domain,
                                    BackupRequest.full(folder.toString()).withCheckpoint("monday"))))
                    .hasMessageContaining("Cannot back up '" + domain.name() + "'")
                    .hasMessageContaining("No space left on device");

            assertThat(names(seen)).isEmpty();
            assertThat(backups().checkpoints(domain.id())).isEmpty();
            assertThat(engine().domain(domain.id()).state()).isEqualTo(DomainState.RUNNING);
        }

        @Test
        void ofTheFolderNameIt() throws Exception {
            Domain domain = running();

            assertThat(refused(Reason.INVALID_DEFINITION, () -> backUp(domain, BackupRequest.full("/no/such/folder"))))
                    .hasMessageContaining("no folder '/no/such/folder'");
            Reason whose = Files.isWritable(Path.of("/proc")) ? Reason.INTERNAL : Reason.DENIED; // libvirt's, or ours
            assertThat(refused(whose, () -> backUp(domain, BackupRequest.full("/proc"))))
                    .hasMessageContaining("'/proc");
        }

        @Test
        void ofTheGuestToComeToRestAreTold() throws Exception {
            Domain without = running();
            Domain silent = started(bootable(freshName()).withGuestAgent(true));
            String folder = folder();
            BackupRequest request = BackupRequest.full(folder).withQuiesce(true);

            refused(Reason.UNSUPPORTED, () -> backUp(without, request));
            assertThat(refused(Reason.TIMEOUT, () -> backUp(silent, request)))
                    .hasMessageContaining("does not bring its file systems to rest");

            assertThat(filesIn(folder)).isEmpty();
        }

        @Test
        void ofDisksToKeepACheckpointNameTheCure() throws Exception {
            Domain raw = started(guests.definition(freshName()));
            Domain kept = running();
            engine().snapshots().create(kept.id(), SnapshotRequest.full("before"));

            assertThat(refused(
                            Reason.UNSUPPORTED,
                            () -> backUp(raw, BackupRequest.full(folder()).withCheckpoint("monday"))))
                    .hasMessageContaining("convert it to qcow2, or back up without");
            assertThat(refused(
                            Reason.INVALID_STATE,
                            () -> backUp(kept, BackupRequest.full(folder()).withCheckpoint("monday"))))
                    .hasMessageContaining("snapshots (1)");
            backUp(kept, BackupRequest.full(folder()));
        }

        @Test
        void ofACheckpointThatAKilledQemuLeftNameTheCure() throws Exception {
            Domain domain = somewhatBulky();
            backUp(domain, BackupRequest.full(folder()).withCheckpoint("monday"));
            guests.guest(domain.name()).process().orElseThrow().destroyForcibly();
            events().await(
                            "that its run ended",
                            event -> event instanceof DomainStateChanged changed
                                    && changed.id().equals(domain.id())
                                    && changed.state() == DomainState.SHUT_OFF,
                            patience());
            engine().perform(LifecycleAction.START, domain.id());

            assertThat(refused(
                            Reason.INVALID_STATE,
                            () -> backUp(domain, BackupRequest.full(folder()).withSince("monday"))))
                    .hasMessageContaining("'monday'")
                    .hasMessageContaining("back up in full, and delete that checkpoint");
            backups().deleteCheckpoint(domain.id(), "monday");
            backUp(domain, BackupRequest.full(folder()).withCheckpoint("tuesday"));
        }
    }

    @Nested
    class AfterTheCaller {
        private final ExecutorService others = Executors.newCachedThreadPool();

        /** Begins a backup by another engine, which is gone then. */
        private BackupRemains abandoned(Domain domain, String folder, DataRate rate) throws Exception {
            Instant begun = Instant.now();
            LibvirtHypervisor gone = new LibvirtHypervisor(host.uri(), others, InstantSource.system());
            Future<BackupResult> backup = others.submit(() -> gone.backups()
                    .backUp(
                            domain.id(),
                            BackupRequest.full(folder).withCheckpoint("monday").withBandwidth(rate)));
            while (gone.work().progress(domain.id()) == null) {
                assertThat(backup).isNotDone();
                pass(Duration.ofMillis(20));
            }
            pass(Duration.ofMillis(500));
            gone.close();
            assertThat(backup).failsWithin(Duration.ofSeconds(30)).withThrowableOfType(ExecutionException.class);
            others.shutdown();
            assertThat(others.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(filesIn(folder)).containsExactly(domain.name() + "-vda.qcow2.partial");
            return new BackupRemains(List.of(folder + "/" + domain.name() + "-vda.qcow2"), "monday", begun);
        }

        private void awaitIdle(Domain domain) throws Exception {
            while (engine().work().progress(domain.id()) != null) { // the class has a timeout
                pass(Duration.ofMillis(100));
            }
        }

        @Test
        void itGoesOnAndIsFinished() throws Exception {
            Domain domain = bulky();
            String folder = folder();
            BackupRemains remains = abandoned(domain, folder, FOR_SECONDS);
            refused(Reason.BUSY, () -> backups().settle(domain.id(), remains));
            awaitIdle(domain);

            BackupEnd end = backups().settle(domain.id(), remains);

            assertThat(end.isWhole()).as(end.message()).isTrue();
            assertThat(filesIn(folder)).containsExactly(domain.name() + "-vda.qcow2");
            assertThat(isSame(source(domain), remains.files().get(0))).isTrue();
            assertThat(backups().checkpoints(domain.id())).hasSize(1);
            assertThat(backups().settle(domain.id(), remains).isWhole())
                    .as("again")
                    .isTrue();
        }

        @Test
        void itIsTakenBackIfItIsNotWhole() throws Exception {
            Domain domain = bulky();
            String folder = folder();
            BackupRemains remains = abandoned(domain, folder, DataRate.ofMebibytes(1));
            engine().work().abort(domain.id());
            awaitIdle(domain);

            BackupEnd end = backups().settle(domain.id(), remains);

            assertThat(end.isWhole()).isFalse();
            assertThat(filesIn(folder)).isEmpty();
            assertThat(backups().checkpoints(domain.id())).isEmpty();
        }

        @Test
        void itIsTakenBackIfItsRunHasEnded() throws Exception {
            Domain domain = bulky();
            String folder = folder();
            BackupRemains remains = abandoned(domain, folder, DataRate.ofMebibytes(1));
            engine().perform(LifecycleAction.STOP, domain.id());

            BackupEnd end = backups().settle(domain.id(), remains);

            assertThat(end.isWhole()).isFalse();
            assertThat(end.message()).contains("checkpoint 'monday' stays").contains("activate it first");
            assertThat(filesIn(folder)).isEmpty();
        }

        @Test
        void itIsTakenBackIfItsDomainIsGone() throws Exception {
            Domain domain = bulky();
            String folder = folder();
            BackupRemains remains = abandoned(domain, folder, DataRate.ofMebibytes(1));
            engine().perform(LifecycleAction.STOP, domain.id());
            engine().undefine(domain.id());

            assertThat(backups().settle(domain.id(), remains).isWhole()).isFalse();

            assertThat(filesIn(folder)).isEmpty();
        }

        @Test
        void anOlderFileOfThatNameIsNotTakenForIt() throws Exception {
            Domain domain = running();
            String folder = folder();
            String file = only(backUp(domain, BackupRequest.full(folder)));

            BackupEnd end = backups()
                    .settle(
                            domain.id(),
                            new BackupRemains(List.of(file), null, Instant.now().plusSeconds(60)));

            assertThat(end.isWhole()).isFalse();
            assertThat(filesIn(folder)).as("it is left alone").hasSize(1);
        }
    }

    @Test
    void goesOnWhileLibvirtdIsRestarted() throws Exception {
        Domain domain = bulky();
        Future<BackupResult> backup = begin(domain, BackupRequest.full(folder()).withBandwidth(FOR_SECONDS));

        host.restartDaemon();

        assertThat(isSame(source(domain), only(result(backup)))).isTrue();
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Domain domain = running();
        Footprint before = Footprint.of(host);
        String folder = folder();

        for (int i = 0; i < 10; i++) {
            Files.delete(Path.of(only(backUp(domain, BackupRequest.full(folder)))));
        }

        Footprint after = Footprint.of(host);
        assertThat(after.processes()).isEqualTo(before.processes());
        assertThat(after.groups()).isEqualTo(before.groups());
        assertThat(filesIn(folder)).isEmpty();
    }
}
