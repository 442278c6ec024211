package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.SharedMemory;
import org.telvirt.hypervisor.libvirt.rig.Footprint;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.hypervisor.libvirt.rig.RigGuests;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/**
 * Ten lives of a domain that has everything that could be left behind; {@code -Dtelvirt.long=true} makes them five hundred,
 * for which {@code -Dtelvirt.test.seconds=5400} gives time enough.
 */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class LeakTest {
    private static final int ROUNDS = Boolean.getBoolean("telvirt.long") ? 500 : 10;
    private static final String NAME = "leaktest";
    private static final int WARM_UP = 5;
    private static final long MOST_HEAP = 2 << 20;
    private static final long MOST_RESIDENT_KIBIBYTES = 96 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    @Requirement("VMOPE6")
    void livesOfADomainLeaveTheHostAsItWas(PrivateLibvirtd host, TestReporter reporter) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (LibvirtHypervisor engine = new LibvirtHypervisor(host.uri(), threads, InstantSource.system())) {
            reporter.publishEntry(Engine.QEMU_GUEST.entry(engine.capabilities().engine()));
            engine.tidySharedMemory(host.sharedMemory());
            DomainDefinition definition = everything(host, engine);
            live(engine, definition, WARM_UP);
            Footprint before = Footprint.of(host);
            long heap = heap();
            long resident = resident("self");
            long daemon = resident(Long.toString(host.daemon().pid()));

            live(engine, definition, ROUNDS);

            Footprint after = settled(host, before);
            long moreHeap = heap() - heap;
            long moreResident = resident("self") - resident;
            long moreOfDaemon = resident(Long.toString(host.daemon().pid())) - daemon;
            reporter.publishEntry(Map.of(
                    "rounds", String.valueOf(ROUNDS),
                    "footprint", after.toString(),
                    "heap", moreHeap + " bytes more",
                    "resident", moreResident + " KiB more",
                    "libvirtd", moreOfDaemon + " KiB more"));
            assertThat(after).isEqualTo(before);
            assertThat(after.files()).noneMatch(file -> file.contains(NAME)); // the warm-up may not leave it either
            assertThat(after.sharedMemory()).noneMatch(file -> file.contains(NAME));
            assertThat(moreHeap).isLessThan(MOST_HEAP);
            assertThat(moreResident).isLessThan(MOST_RESIDENT_KIBIBYTES);
            assertThat(engine.domains()).isEmpty();
        } finally {
            threads.shutdown();
        }
    }

    /** A domain with whatever engines keep somewhere else than in its definition. */
    private static DomainDefinition everything(PrivateLibvirtd host, LibvirtHypervisor engine) {
        DomainDefinition definition = new RigGuests(host)
                .definition(NAME)
                .withNetworkPorts(List.of(new NetworkPort(null, new NetworkPort.UserNetwork(), "virtio", null)))
                .withSharedMemories(List.of(new SharedMemory(NAME + "-ring", ByteSize.ofMebibytes(1))))
                .withGuestAgent(true);
        return engine.lacking().containsKey(Feature.EFI)
                ? definition
                : definition.withPlatform(Platform.DEFAULT.withFirmware(Firmware.EFI)); // which has variables in a file
    }

    private static void live(LibvirtHypervisor engine, DomainDefinition definition, int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            DomainId id = engine.define(definition).id();
            engine.perform(LifecycleAction.START, id);
            engine.perform(LifecycleAction.STOP, id);
            engine.undefine(id);
        }
    }

    /** What is held when all is over; libvirt cleans up behind the answer. */
    private static Footprint settled(PrivateLibvirtd host, Footprint before) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Footprint after = Footprint.of(host);
        while (!after.equals(before) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(100_000_000);
            after = Footprint.of(host);
        }
        return after;
    }

    private static long resident(String process) throws Exception {
        return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
