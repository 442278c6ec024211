package org.telvirt.conformance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobState;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.Checkpoint;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.hypervisor.libvirt.rig.RigGuests;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** Kills a process in the middle of a backup; the next one finishes it or takes it back, and a job says which. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
@Timeout(300)
class KilledBackupTest {
    private static final int MEBIBYTES = 512;
    private static final int SOON = 64; // MiB in a second
    private static final int LATER = 1;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final String name = "backup-" + UUID.randomUUID().toString().substring(0, 8); // its beats are its own

    @TempDir
    private Path folder;

    private PrivateLibvirtd host;
    private RigGuests guests;
    private Path copies;
    private SystemId id;

    @BeforeEach
    void startAGuest(PrivateLibvirtd libvirtd) throws Exception {
        host = libvirtd;
        guests = new RigGuests(host);
        copies = Files.createTempDirectory(host.guests(), "copies");
        try (RememberingFacility first = open()) {
            id = first.facility().define(guests.bulky(name, MEBIBYTES)).id();
            first.facility().change(id, Transition.ACTIVATE, null);
            await(first, "it runs", () -> first.facility().system(id).state() == SystemState.ACTIVE);
            guests.guest(name).awaitBeats(1);
            guests.slowDown(name);
        }
    }

    @AfterEach
    void destroyIt() throws Exception {
        try (RememberingFacility last = open()) {
            Outcome unused = last.facility().destroy(id);
            await(last, "it is gone", () -> last.facility().system(id) == null);
        }
    }

    private RememberingFacility open() throws Exception {
        return new RememberingFacility(host.uri(), folder);
    }

    /** What becomes true. */
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(RememberingFacility in, String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            assertThat(System.nanoTime())
                    .as(what + "; jobs: " + in.facility().jobs())
                    .isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private void killInTheMiddle(int mebibytesPerSecond) throws Exception {
        Process process = BackingUp.start(host.uri(), folder, id, copies, mebibytesPerSecond);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(700));
        process.destroyForcibly().waitFor();
        assertThat(files()).containsExactly(name + "-vda.qcow2.partial");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(copies)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The one job of the process that comes next, when it is over. */
    private Job jobIn(RememberingFacility next) throws Exception {
        await(next, "the job is over", () -> next.facility().jobs().stream().allMatch(Job::isOver));
        assertThat(next.facility().jobs()).extracting(Job::name).containsExactly("Back up '" + name + "'");
        return next.facility().jobs().get(0);
    }

    @Test
    void isFinishedWhenQemuHas() throws Exception {
        killInTheMiddle(SOON);

        try (RememberingFacility next = open()) {
            assertThat(jobIn(next).state())
                    .as(next.facility().jobs().toString())
                    .isEqualTo(JobState.COMPLETED);
            assertThat(next.facility().backups().checkpoints(id))
                    .extracting(Checkpoint::name)
                    .containsExactly("killed");
        }
        assertThat(files()).containsExactly(name + "-vda.qcow2");
        requireSame(host.guests().resolve(name + ".qcow2"), copies.resolve(name + "-vda.qcow2"));
        guests.guest(name).awaitBeats(2);
        assertThat(guests.guest(name).beatsAreUnbroken()).isTrue();
    }

    private static void requireSame(Path disk, Path copy) throws Exception {
        Process compare = new ProcessBuilder("qemu-img", "compare", "-U", disk.toString(), copy.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(compare.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Images are identical");
    }

    @Test
    void isFinishedAfterAnOrderlyEndToo() throws Exception {
        try (RememberingFacility ending = open()) {
            BackupRequest request = BackupRequest.full(copies.toString()).withBandwidth(DataRate.ofMebibytes(SOON));
            assertThat(ending.facility().backups().backUp(id, request, null)).isInstanceOf(Outcome.Underway.class);
        }
        assertThat(files()).containsExactly(name + "-vda.qcow2.partial");

        try (RememberingFacility next = open()) {
            await(
                    next,
                    "the jobs are over",
                    () -> next.facility().jobs().stream().allMatch(Job::isOver));
            assertThat(next.facility().jobs()).extracting(Job::state).contains(JobState.COMPLETED);
        }
        assertThat(files()).containsExactly(name + "-vda.qcow2");
    }

    @Test
    void isTakenBackWhenSomeoneEndedIt() throws Exception {
        killInTheMiddle(LATER);
        host.virsh("domjobabort", name);

        try (RememberingFacility next = open()) {
            requireInterrupted(jobIn(next));
            assertThat(next.facility().backups().checkpoints(id)).isEmpty();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void isTakenBackWhenTheRunHasEnded() throws Exception {
        killInTheMiddle(LATER);
        host.virsh("destroy", name);

        try (RememberingFacility next = open()) {
            requireInterrupted(jobIn(next));
        }
        assertThat(files()).isEmpty();
    }

    private static void requireInterrupted(Job job) {
        assertThat(job.state()).as(job.toString()).isEqualTo(JobState.FAILED);
        assertThat(job.failure().reason()).isEqualTo(Reason.INTERRUPTED);
        assertThat(job.failure()).hasMessageStartingWith("Interrupted by a restart of Telvirt: ");
    }
}
