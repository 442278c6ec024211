package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.contract.Deviation;
import org.telvirt.hypervisor.contract.HypervisorContract;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.libvirt.rig.OnXen;
import org.telvirt.hypervisor.libvirt.rig.XenGuests;
import org.telvirt.hypervisor.libvirt.rig.XenHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** The contract over a real Xen, whose libvirt is reached over TCP. */
@OnXen
@RanOn(Engine.XEN_GUEST)
class XenTest extends HypervisorContract {
    private static ExecutorService threads;
    private static XenHost host;
    private static XenGuests guests;
    private static String version;

    @BeforeAll
    static void begin(XenHost xen) throws Exception {
        threads = Executors.newCachedThreadPool();
        host = xen;
        guests = new XenGuests(xen);
        try (Hypervisor engine = new LibvirtHypervisor(host.uri(), threads, InstantSource.system())) {
            version = engine.capabilities().engine();
        }
    }

    @AfterAll
    static void endThreads() {
        threads.shutdown();
    }

    @BeforeEach
    void sayWhatItRunsOn(TestReporter reporter) {
        reporter.publishEntry(Engine.XEN_GUEST.entry(version));
    }

    @Override
    protected Hypervisor open() throws Exception {
        return new LibvirtHypervisor(host.uri(), threads, InstantSource.system());
    }

    @Override
    protected DomainDefinition bootable(String name) {
        return guests.tiny(name);
    }

    /** With Xen's own disks, and network ports on a bridge of dom0. */
    @Override
    protected DomainDefinition rich(String name) {
        DomainDefinition rich = super.rich(name);
        List<Disk> disks = List.of(
                rich.disks().get(0).withTarget("xvda", Disk.Bus.XEN),
                rich.disks().get(1).withTarget("xvdb", Disk.Bus.XEN),
                rich.disks().get(2).withTarget("xvdc", Disk.Bus.XEN));
        return rich.withDisks(disks).withNetworkPorts(List.of(hotPort("52:54:00:12:34:56")));
    }

    @Override
    protected String image(String name) {
        return host.image(name);
    }

    @Override
    protected Disk hotDisk(String image) {
        return Disk.of("xvdc", new Disk.FileMedium(image, "raw")).withTarget("xvdc", Disk.Bus.XEN);
    }

    @Override
    protected NetworkPort hotPort(String address) {
        return new NetworkPort(address, new NetworkPort.Bridge("br0"), "netfront", null);
    }

    @Override
    protected void awaitUp(Hypervisor engine, Domain domain) {
        guests.awaitBeats(domain.name(), 1);
    }

    @Override
    protected Set<Deviation> deviations() {
        return EnumSet.of(Deviation.SAVES_ONLY_WHAT_RUNS, Deviation.GUESTS_KEEP_THEIR_MEMORY);
    }

    @Override
    protected Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** libvirt tells what a domain was asked to have as what it has, whether its guest listens or not. */
    @ParameterizedTest
    @EnumSource(names = {"XEN_PV", "XEN_PVH"})
    @Requirement({"VMDEF9", "VMPERF12 memory"})
    void takesMemoryFromALinuxThatGivesItBack(Virtualization virtualization) throws Exception {
        String name = "linux-" + virtualization.name().toLowerCase(Locale.ROOT);
        try (Hypervisor engine = open()) {
            Domain domain = engine.define(guests.linux(name, virtualization));
            try {
                engine.perform(LifecycleAction.START, domain.id());
                guests.awaitBeats(name, 1);
                ByteSize less = ByteSize.ofMebibytes(80);

                engine.change(domain.id(), new LiveChange.MemorySize(less, false), patience());

                assertThat(engine.definition(domain.id(), Configuration.ACTIVE)
                                .memory()
                                .size())
                        .isEqualTo(less);
                assertThat(host.virsh("dominfo", name)).containsPattern("Used memory: +8[12]... KiB");
            } finally {
                engine.perform(LifecycleAction.STOP, domain.id());
                engine.undefine(domain.id());
            }
        }
    }
}
