package org.telvirt.conformance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/**
 * Kills the server at any moment while guests are defined, changed, started, paused, suspended and destroyed, and compares
 * what it says after its restart with libvirt's own word; {@code -Dtelvirt.kills} says how often, {@code -Dtelvirt.long=true}
 * a hundred times.
 */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class KilledWithGuestsTest {
    private static final int ROUNDS = Integer.getInteger("telvirt.kills", Boolean.getBoolean("telvirt.long") ? 100 : 4);
    private static final long SEED = Long.getLong("telvirt.seed", 20261123);
    private static final int GUESTS = 3;
    private static final int MOST_DEEDS = 6;
    private static final int MOST_MILLIS = 1500;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final Random random = new Random(SEED);
    private final List<GuestDriver> drivers = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void saysWhatLibvirtSaysAndLeavesNothingHalfDone(PrivateLibvirtd host) throws Exception {
        for (int i = 0; i < GUESTS; i++) {
            drivers.add(
                    new GuestDriver(HeartbeatGuest.in(host.guests(), "killed-" + i), new Random(random.nextLong())));
        }
        RunningServer server = RunningServer.in(folder, host.uri());
        for (int round = 1; round <= ROUNDS; round++) {
            killInTheMiddle(server);
            server = RunningServer.in(folder, host.uri());
            compare(new GuestClient(server), host, "round " + round + " of seed " + SEED);
        }
        for (GuestDriver driver : drivers) {
            driver.end(new GuestClient(server));
        }
        assertThat(GuestFacts.byLibvirt(host)).isEmpty();
        server.close();
    }

    /** When so many deeds are acknowledged, and some time has passed, the process dies under the others. */
    private void killInTheMiddle(RunningServer server) throws Exception {
        CountDownLatch acknowledged = new CountDownLatch(1 + random.nextInt(MOST_DEEDS));
        ExecutorService clients = Executors.newFixedThreadPool(GUESTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (GuestDriver driver : drivers) {
                running.add(clients.submit(() -> driver.run(server, acknowledged)));
            }
            assertThat(acknowledged.await(5, TimeUnit.MINUTES))
                    .as(drivers.toString())
                    .isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLIS)));
            server.kill();
            for (Future<?> one : running) {
                one.get(2, TimeUnit.MINUTES);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void compare(GuestClient client, PrivateLibvirtd host, String when) throws Exception {
        List<String> jobs = jobsThatAreOver(client, when);
        Map<String, GuestFacts> said = settled(client, host);
        assertThat(said).as(when + "; jobs: " + jobs).isEqualTo(GuestFacts.byLibvirt(host));
        for (GuestDriver driver : drivers) {
            @Nullable GuestFacts found = said.get(driver.name());
            boolean isTold = jobs.stream().anyMatch(job -> job.contains("'" + driver.name() + "'"));
            assertThat(driver.explains(found) || isTold)
                    .as("%s: %s is now %s; jobs: %s", when, driver, found, jobs)
                    .isTrue();
            driver.accept(found);
        }
    }

    /** What had begun is looked after, and then said. */
    private static List<String> jobsThatAreOver(GuestClient client, String when) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        List<String> jobs = client.jobs();
        while (jobs.stream().anyMatch(job -> job.contains("-> 2 ") || job.contains("-> 4 "))) {
            assertThat(System.nanoTime()).as(when + ": " + jobs).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            jobs = client.jobs();
        }
        return jobs;
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
