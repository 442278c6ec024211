package org.telvirt.conformance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.conformance.durability.GuestDriver.Kind;
import org.telvirt.conformance.guest.GuestClient;
import org.telvirt.conformance.guest.GuestFacts;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.hypervisor.libvirt.rig.Footprint;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/**
 * Kills the server at any moment while guests are defined, changed, kept in snapshots, brought to another host, started,
 * paused, suspended and destroyed, and compares what it says after its restart with libvirt's own word;
 * {@code -Dtelvirt.kills} says how often, {@code -Dtelvirt.long=true} a hundred times.
 */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class KilledWithGuestsTest {
    private static final int ROUNDS = Integer.getInteger("telvirt.kills", Boolean.getBoolean("telvirt.long") ? 100 : 4);
    private static final long SEED = Long.getLong("telvirt.seed", 20261123);
    private static final int GUESTS = 3;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** In the middle of what the server is killed, in turn, and how many milliseconds that takes at most. */
    private static final List<Map.Entry<Kind, Integer>> VICTIMS = List.of(
            Map.entry(Kind.MIGRATE, 4000),
            Map.entry(Kind.SNAPSHOT, 1500),
            Map.entry(Kind.DEFINE, 300),
            Map.entry(Kind.MODIFY, 300));

    private final Random random = new Random(SEED);
    private final List<GuestDriver> drivers = new ArrayList<>();
    private final Set<String> jobsSeen = new HashSet<>();
    private final Map<String, Integer> tally = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void saysWhatLibvirtSaysAndLeavesNothingHalfDone(PrivateLibvirtd host, TestReporter reporter) throws Exception {
        try (PrivateLibvirtd other = PrivateLibvirtd.start()) {
            Footprint here = Footprint.of(host);
            Footprint there = Footprint.of(other);
            for (int i = 0; i < GUESTS; i++) {
                HeartbeatGuest guest = HeartbeatGuest.in(host.guests(), "killed-" + i);
                drivers.add(new GuestDriver(guest, guest.qcow2(""), other, new Random(random.nextLong())));
            }
            RunningServer server = RunningServer.in(folder, host.uri());
            for (int round = 0; round < ROUNDS; round++) {
                killInTheMiddle(server, VICTIMS.get(round % VICTIMS.size()));
                server = RunningServer.in(folder, host.uri());
                compare(new GuestClient(server), host, other, "round " + round + " of seed " + SEED);
            }
            reporter.publishEntry(Map.of("kills", String.valueOf(ROUNDS), "under way", tally.toString()));
            for (GuestDriver driver : drivers) {
                driver.end(new GuestClient(server));
            }
            assertThat(GuestFacts.byLibvirt(host)).isEmpty();
            assertThat(GuestFacts.byLibvirt(other)).isEmpty();
            server.close();
            assertThat(heldBy(host)).isEqualTo(held(here));
            assertThat(heldBy(other)).isEqualTo(held(there));
        }
    }

    private static List<List<String>> heldBy(PrivateLibvirtd host) {
        return held(Footprint.of(host));
    }

    /** What a host holds for its guests, but for the open files of this process, whose servers come and go. */
    private static List<List<String>> held(Footprint footprint) {
        List<String> groups = footprint.groups().stream()
                .filter(group -> !group.endsWith("/machine/")) // libvirt makes it with the first guest, and keeps it
                .toList();
        return List.of(footprint.processes(), footprint.files(), groups, footprint.sharedMemory());
    }

    /** When one of them is at it, and some time has passed, the process dies under all of them. */
    private void killInTheMiddle(RunningServer server, Map.Entry<Kind, Integer> victim) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(GUESTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (GuestDriver driver : drivers) {
                driver.prefer(victim.getKey());
                running.add(clients.submit(() -> driver.run(server)));
            }
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (drivers.stream().noneMatch(driver -> driver.doing() == victim.getKey())) {
                assertThat(running).as(drivers.toString()).noneMatch(Future::isDone);
                assertThat(System.nanoTime()).as(drivers.toString()).isLessThan(deadline);
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(victim.getValue())));
            server.kill();
            for (Future<?> one : running) {
                one.get(2, TimeUnit.MINUTES);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void compare(GuestClient client, PrivateLibvirtd host, PrivateLibvirtd other, String when)
            throws Exception {
        List<String> jobs = jobsThatAreOver(client, when);
        Map<String, GuestFacts> said = settled(client, host);
        assertThat(said).as(when + "; jobs: " + jobs).isEqualTo(GuestFacts.byLibvirt(host));
        Map<String, GuestFacts> there = GuestFacts.byLibvirt(other);
        for (GuestDriver driver : drivers) {
            @Nullable GuestFacts found = said.get(driver.name());
            @Nullable GuestFacts arrived = there.get(driver.name());
            boolean isTold = jobs.stream().anyMatch(job -> job.contains("'" + driver.name() + "' -> 10 Interrupted"));
            String what = "%s: %s is now %s, and %s there; jobs: %s".formatted(when, driver, found, arrived, jobs);
            assertThat(driver.explains(found) || isTold).as(what).isTrue();
            requireOneRun(driver, found, arrived, what);
            count(driver, found, isTold);
            driver.accept(found);
        }
    }

    /** A guest that migrated is at one host or the other, and runs at one at most, once it has been settled where. */
    private static void requireOneRun(
            GuestDriver driver, @Nullable GuestFacts here, @Nullable GuestFacts there, String what) {
        boolean migrated = driver.doing() == Kind.MIGRATE;
        assertThat(there == null || migrated).as(what).isTrue();
        assertThat(migrated && here == null && there == null).as(what).isFalse();
        if (there != null) {
            assertThat(there.state()).as(what).isEqualTo("running");
            assertThat(here).as(what).isNull();
            driver.forgetThere();
        }
    }

    private void count(GuestDriver driver, @Nullable GuestFacts found, boolean isTold) {
        Kind doing = driver.doing();
        if (doing != null) {
            String end = found != null && found.equals(driver.certain()) ? "not done" : "done";
            tally.merge(doing + ", " + end + (isTold ? ", told by a job" : ""), 1, Integer::sum);
        }
    }

    /** What had begun is looked after, and then said; only the jobs that this start tells of. */
    private List<String> jobsThatAreOver(GuestClient client, String when) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        List<String> jobs = client.jobs();
        while (jobs.stream().anyMatch(job -> job.contains("-> 2 ") || job.contains("-> 4 "))) {
            assertThat(System.nanoTime()).as(when + ": " + jobs).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            jobs = client.jobs();
        }
        return jobs.stream().filter(jobsSeen::add).toList();
    }

    /** What the server says, a moment later if libvirt has just changed something. */
    private static Map<String, GuestFacts> settled(GuestClient client, PrivateLibvirtd host) throws Exception {
        Map<String, GuestFacts> said = client.guests();
        for (int i = 0; i < 50 && !said.equals(GuestFacts.byLibvirt(host)); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            said = client.guests();
        }
        return said;
    }
}
