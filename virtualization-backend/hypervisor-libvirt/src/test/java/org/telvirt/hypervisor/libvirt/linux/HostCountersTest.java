package org.telvirt.hypervisor.libvirt.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.statistics.HostDiskUse;
import org.telvirt.hypervisor.statistics.HostSample;
import org.telvirt.hypervisor.statistics.Load;
import org.telvirt.hypervisor.statistics.PortUse;
import org.telvirt.hypervisor.statistics.ProcessorTimes;
import org.telvirt.hypervisor.statistics.SampleCost;
import org.telvirt.hypervisor.statistics.Traffic;
import org.telvirt.hypervisor.statistics.Transfer;
import org.telvirt.traceability.Requirement;

class HostCountersTest {
    private static final SampleCost COST = new SampleCost(Duration.ZERO, Duration.ZERO, null);

    @TempDir
    Path root;

    private HostSample read() {
        KernelFiles files = new KernelFiles(root.resolve("proc"), root.resolve("sys"));
        return new HostCounters(files).read(Instant.EPOCH, COST);
    }

    private void file(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    @Requirement("VMADM1 platform-total")
    void readTheTimesOfProcessors() throws Exception {
        file("proc/stat", """
                cpu  100 10 30 500 20 1 2 5 50 0
                cpu0 60 10 30 200 20 1 2 5 50 0
                cpu1 40 0 0 300 0 0 0 0 0 0
                intr 12345 1 2 3
                ctxt 67890
                """);

        HostSample sample = read();

        assertThat(sample.processors())
                .isEqualTo(new ProcessorTimes(
                        null,
                        Duration.ofMillis(1100),
                        Duration.ofMillis(330),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(200),
                        Duration.ofMillis(50)));
        assertThat(sample.perProcessor()).extracting(ProcessorTimes::number).containsExactly(0, 1);
        assertThat(sample.interrupts()).isEqualTo(12345);
        assertThat(sample.contextSwitches()).isEqualTo(67890);
    }

    @Test
    void readMemoryAndLoad() throws Exception {
        file(
                "proc/meminfo",
                "MemTotal: 1000 kB\nMemFree: 200 kB\nMemAvailable: 700 kB\nBuffers: 5 kB\nCached: 400 kB\n");
        file("proc/loadavg", "0.50 1.25 2.00 3/400 12345\n");

        HostSample sample = read();

        assertThat(sample.load()).isEqualTo(new Load(0.5, 1.25, 2));
        assertThat(sample.memory().total()).isEqualTo(ByteSize.ofKibibytes(1000));
        assertThat(sample.memory().available()).isEqualTo(ByteSize.ofKibibytes(700));
        assertThat(sample.memory().caches()).isEqualTo(ByteSize.ofKibibytes(405));
        assertThat(sample.memory().swap()).isNull();
    }

    @Test
    void readLinksAndWholeDisks() throws Exception {
        file("proc/net/dev", """
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes packets errs drop fifo colls
                  eth0: 1000 10 1 2 0 0 0 0 2000 20 3 4 0 0 0 0
                """);
        file("sys/block/sda/size", "1000");
        file("proc/diskstats", """
                   8  0 sda 100 5 2000 70 50 1 1000 30 0 60 100
                   8  1 sda1 90 5 1900 60 50 1 1000 30 0 60 90
                """);

        HostSample sample = read();

        assertThat(sample.links())
                .containsExactly(new PortUse("eth0", new Traffic(1000L, 10L, 1L, 2L), new Traffic(2000L, 20L, 3L, 4L)));
        assertThat(sample.disks())
                .containsExactly(new HostDiskUse(
                        "sda",
                        new Transfer(100L, 1_024_000L, Duration.ofMillis(70)),
                        new Transfer(50L, 512_000L, Duration.ofMillis(30))));
    }

    @Test
    void leaveOutWhatTheKernelDoesNotTell() {
        HostSample sample = read();

        assertThat(sample.processors().idle()).isNull();
        assertThat(sample.perProcessor()).isEmpty();
        assertThat(sample.memory()).isNull();
        assertThat(sample.load()).isNull();
        assertThat(sample.interrupts()).isNull();
        assertThat(sample.links()).isEmpty();
    }
}
