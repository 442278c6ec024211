package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.hypervisor.libvirt.rig.RigGuests;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** Twenty lives of a domain; five hundred with {@code -Dtelvirt.long=true}. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class LeakTest {
    private static final int ROUNDS = Boolean.getBoolean("telvirt.long") ? 500 : 20;
    private static final int WARM_UP = 5;
    private static final long MOST_HEAP = 2 << 20;

    /** What a life must not leave behind. */
    private record Resources(long descriptors, List<String> files, List<String> groups, List<String> sharedMemory) {
        static Resources of(PrivateLibvirtd host) throws IOException {
            String name = host.guests().getParent().getFileName().toString();
            return new Resources(
                    openFiles(),
                    below(host.guests().getParent().resolve("hosts"))
                            .filter(file -> !file.contains("/log/") && !file.contains("/cache/"))
                            .toList(),
                    below(Path.of("/sys/fs/cgroup"))
                            .filter(group -> group.contains("telvirt-" + name) && group.contains("qemu"))
                            .toList(),
                    below(Path.of("/dev/shm")).toList());
        }

        private static long openFiles() {
            String[] open = new File("/proc/self/fd").list();
            return open == null ? 0 : Arrays.stream(open).count();
        }

        private static Stream<String> below(Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder, 6)) {
                return files.filter(Files::isRegularFile).map(Path::toString).sorted().toList().stream();
            } catch (UncheckedIOException e) {
                return Stream.of(); // it changed while we looked
            }
        }
    }

    @Test
    @Requirement("VMOPE6")
    void livesOfADomainLeaveTheHostAsItWas(PrivateLibvirtd host, TestReporter reporter) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (LibvirtHypervisor engine = new LibvirtHypervisor(host.uri(), threads, InstantSource.system())) {
            reporter.publishEntry(Engine.QEMU_GUEST.entry(engine.capabilities().engine()));
            DomainDefinition definition = new RigGuests(host).definition("leak");
            live(engine, definition, WARM_UP);
            Resources before = Resources.of(host);
            long heap = heap();

            live(engine, definition, ROUNDS);

            Resources after = Resources.of(host);
            reporter.publishEntry(
                    Map.of("rounds", String.valueOf(ROUNDS), "before", before.toString(), "after", after.toString()));
            assertThat(after).isEqualTo(before);
            assertThat(heap() - heap).isLessThan(MOST_HEAP);
            assertThat(engine.domains()).isEmpty();
        } finally {
            threads.shutdown();
        }
    }

    private static void live(LibvirtHypervisor engine, DomainDefinition definition, int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            DomainId id = engine.define(definition).id();
            engine.perform(LifecycleAction.START, id);
            engine.perform(LifecycleAction.STOP, id);
            engine.undefine(id);
        }
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
