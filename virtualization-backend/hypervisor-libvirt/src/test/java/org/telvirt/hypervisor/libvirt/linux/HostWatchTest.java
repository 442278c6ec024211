package org.telvirt.hypervisor.libvirt.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.HostEvent.LinkChanged;
import org.telvirt.hypervisor.HostEvent.MemoryFaulty;
import org.telvirt.hypervisor.HostEvent.ProcessorChanged;

/** Over a copy of the kernel's tree, in which the test plays the kernel. */
class HostWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path sys;

    private final List<HostEvent> told = new ArrayList<>();
    private HostWatch watch;

    @BeforeEach
    void copyATree() throws IOException {
        file("devices/system/cpu/cpu0/uevent", "");
        file("devices/system/cpu/cpu1/online", "1\n");
        file("devices/system/cpu/cpufreq/boost", "1\n");
        file("devices/system/edac/mc/mc0/ce_count", "7\n");
        file("devices/system/edac/mc/mc0/ue_count", "0\n");
        file("class/net/eth0/operstate", "up\n");
        file("class/net/lo/operstate", "unknown\n");
        watch = new HostWatch(new KernelFiles(sys, sys), InstantSource.fixed(NOW), told::add);
        watch.look();
    }

    private void file(String path, String content) throws IOException {
        Path file = sys.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private String path(String path) {
        return sys.resolve(path).toString();
    }

    @Test
    void tellsNothingOfWhatItFoundAtFirstNorOfWhatStays() {
        watch.look();

        assertThat(told).isEmpty();
    }

    @Test
    void tellsAProcessorThatIsLostAndFoundAgain() throws Exception {
        file("devices/system/cpu/cpu1/online", "0\n");
        watch.look();
        watch.look();
        file("devices/system/cpu/cpu1/online", "1\n");
        watch.look();

        String origin = path("devices/system/cpu/cpu1/online");
        assertThat(told)
                .containsExactly(
                        new ProcessorChanged(NOW, origin, 1, false), new ProcessorChanged(NOW, origin, 1, true));
    }

    @Test
    void tellsMemoryErrorsSinceTheLastLookAlsoAfterAResetOfTheCounters() throws Exception {
        file("devices/system/edac/mc/mc0/ce_count", "10\n");
        watch.look();
        file("devices/system/edac/mc/mc0/ce_count", "2\n");
        file("devices/system/edac/mc/mc0/ue_count", "1\n");
        watch.look();

        String origin = path("devices/system/edac/mc/mc0");
        assertThat(told)
                .containsExactly(
                        new MemoryFaulty(NOW, origin, "mc0", 3, 0), new MemoryFaulty(NOW, origin, "mc0", 2, 1));
    }

    @Test
    void tellsALinkThatGoesDownOrIsTakenAway() throws Exception {
        file("class/net/eth0/operstate", "down\n");
        watch.look();
        file("class/net/eth0/operstate", "up\n");
        watch.look();
        Files.delete(sys.resolve("class/net/eth0/operstate"));
        watch.look();

        String origin = path("class/net/eth0/operstate");
        assertThat(told)
                .containsExactly(
                        new LinkChanged(NOW, origin, "eth0", false),
                        new LinkChanged(NOW, origin, "eth0", true),
                        new LinkChanged(NOW, origin, "eth0", false));
    }

    @Test
    void leavesThePortsOfGuestsOut() throws Exception {
        file("class/net/vnet0/operstate", "up\n");
        watch.look();
        Files.delete(sys.resolve("class/net/vnet0/operstate"));
        watch.look();

        assertThat(told).isEmpty();
    }

    @Test
    void takesNothingForLostWhereItCannotLook() throws Exception {
        Path processors = sys.resolve("devices/system/cpu");
        Path aside = sys.resolve("aside");
        Files.move(processors, aside);
        Files.writeString(processors, "no folder");
        watch.look();
        Files.delete(processors);
        Files.move(aside, processors);
        watch.look();
        assertThat(told).isEmpty();

        file("devices/system/cpu/cpu1/online", "0\n");
        watch.look();

        assertThat(told).hasSize(1);
    }
}
