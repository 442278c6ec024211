package org.telvirt.hypervisor.libvirt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.contract.Deviation;
import org.telvirt.hypervisor.contract.HypervisorContract;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.libvirt.rig.HeartbeatGuest;
import org.telvirt.hypervisor.libvirt.rig.PrivateLibvirtd;
import org.telvirt.hypervisor.libvirt.rig.RealHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** The contract over a real libvirtd with real guests. */
@RealHost
@RanOn(Engine.QEMU_GUEST)
class LibvirtQemuTest extends HypervisorContract {
    private static ExecutorService threads;
    private static PrivateLibvirtd host;

    private final Map<String, HeartbeatGuest> guests = new ConcurrentHashMap<>();

    @BeforeAll
    static void makeThreads(PrivateLibvirtd libvirtd) {
        threads = Executors.newCachedThreadPool();
        host = libvirtd;
    }

    @AfterAll
    static void endThreads() {
        threads.shutdown();
    }

    @BeforeEach
    void sayWhatItRunsOn(TestReporter reporter) throws Exception {
        try (Hypervisor engine = open()) {
            reporter.publishEntry(Engine.QEMU_GUEST.entry(engine.capabilities().engine()));
        }
    }

    @Override
    protected Hypervisor open() throws Exception {
        return new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
    }

    @Override
    protected DomainDefinition bootable(String name) {
        HeartbeatGuest guest = HeartbeatGuest.in(host.guests(), name);
        guests.put(name, guest);
        Disk disk = new Disk(
                "vda",
                Disk.DeviceType.DISK,
                Disk.Bus.VIRTIO,
                new Disk.FileMedium(guest.image().toString(), "raw"),
                false,
                1);
        return DomainDefinition.named(name, Processors.of(1), Memory.of(ByteSize.ofMebibytes(32)))
                .withDisks(List.of(disk))
                .withConsoles(List.of(new Console(guest.log().toString())));
    }

    @Override
    protected String image(String name) throws IOException {
        Path image = host.guests().resolve(name + ".raw");
        return Files.write(image, new byte[1 << 20]).toString();
    }

    @Override
    protected void awaitUp(Hypervisor engine, Domain domain) {
        guests.get(domain.name()).awaitBeats(1);
    }

    @Override
    protected Set<Deviation> deviations() {
        return EnumSet.of(Deviation.GUESTS_DO_NOT_LISTEN);
    }

    @Override
    protected Duration patience() {
        return Duration.ofSeconds(30);
    }
}
