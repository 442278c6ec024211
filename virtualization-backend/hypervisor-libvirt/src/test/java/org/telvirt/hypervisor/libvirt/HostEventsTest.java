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
import org.telvirt.hypervisor.HostEvent.ProcessorChanged;
import org.telvirt.hypervisor.Registration;
import org.telvirt.hypervisor.contract.RecordedEvents;
import org.telvirt.hypervisor.libvirt.linux.KernelFiles;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** From a file of the kernel to a listener of the engine. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class HostEventsTest {
    @Test
    void reachListenersOfTheEngine(PrivateLibvirtd host, @TempDir Path sys) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        Path switchOfOne =
                Files.createDirectories(sys.resolve("devices/system/cpu/cpu1")).resolve("online");
        Files.writeString(switchOfOne, "1\n");
        RecordedEvents events = new RecordedEvents();
        try (LibvirtHypervisor engine = new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
                Registration listening = engine.listen(events);
                Registration watching = engine.watchHost(timer, Duration.ofMillis(10), new KernelFiles(sys, sys))) {
            assertThat(listening).isNotSameAs(watching);
            Files.writeString(switchOfOne, "0\n");

            ProcessorChanged lost = (ProcessorChanged)
                    events.await("a lost processor", ProcessorChanged.class::isInstance, Duration.ofSeconds(10));

            assertThat(lost.processor()).isEqualTo(1);
            assertThat(lost.isOnline()).isFalse();
            assertThat(lost.origin()).isEqualTo(switchOfOne.toString());
        } finally {
            timer.shutdownNow();
            threads.shutdown();
        }
    }
}
