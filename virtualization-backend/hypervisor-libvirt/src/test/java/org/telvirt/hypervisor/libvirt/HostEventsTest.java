package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.hypervisor.HostEvent.LinkChanged;
import org.telvirt.hypervisor.HostEvent.MemoryFaulty;
import org.telvirt.hypervisor.HostEvent.ProcessorChanged;
import org.telvirt.hypervisor.Registration;
import org.telvirt.hypervisor.contract.RecordedEvents;
import org.telvirt.hypervisor.libvirt.linux.KernelFiles;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** From a file of the kernel, in a copy of its tree, to a listener of the engine. */
@RanOn(Engine.LIBVIRT_TEST_DRIVER)
class HostEventsTest {
    @Test
    void reachListenersOfTheEngine(@TempDir Path sys) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        Path switchOfOne =
                Files.createDirectories(sys.resolve("devices/system/cpu/cpu1")).resolve("online");
        Files.writeString(switchOfOne, "1\n");
        Path link = Files.createDirectories(sys.resolve("class/net/eth7")).resolve("operstate");
        Files.writeString(link, "up\n");
        Path errors = Files.createDirectories(sys.resolve("devices/system/edac/mc/mc0"))
                .resolve("ue_count");
        Files.writeString(errors, "0\n");
        RecordedEvents events = new RecordedEvents();
        try (LibvirtHypervisor engine = new LibvirtHypervisor("test:///default", threads, InstantSource.system());
                Registration listening = engine.listen(events);
                Registration watching = engine.watchHost(timer, Duration.ofMillis(10), new KernelFiles(sys, sys))) {
            assertThat(listening).isNotSameAs(watching);
            Files.writeString(switchOfOne, "0\n");

            ProcessorChanged lost = (ProcessorChanged)
                    events.await("a lost processor", ProcessorChanged.class::isInstance, Duration.ofSeconds(10));

            assertThat(lost.processor()).isEqualTo(1);
            assertThat(lost.isOnline()).isFalse();
            assertThat(lost.origin()).isEqualTo(switchOfOne.toString());
            Files.writeString(link, "down\n");
            LinkChanged down =
                    (LinkChanged) events.await("a link down", LinkChanged.class::isInstance, Duration.ofSeconds(10));
            assertThat(down.link()).isEqualTo("eth7");
            Files.writeString(errors, "2\n");
            MemoryFaulty faulty = (MemoryFaulty)
                    events.await("memory errors", MemoryFaulty.class::isInstance, Duration.ofSeconds(10));
            assertThat(faulty.uncorrected()).isEqualTo(2);
        } finally {
            timer.shutdownNow();
            threads.shutdown();
        }
    }
}
