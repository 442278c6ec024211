package org.telvirt.hypervisor.libvirt;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
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
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.libvirt.rig.OnXen;
import org.telvirt.hypervisor.libvirt.rig.XenGuests;
import org.telvirt.hypervisor.libvirt.rig.XenHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

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

    @Override
    protected String image(String name) {
        return host.image(name);
    }

    @Override
    protected void awaitUp(Hypervisor engine, Domain domain) {
        guests.awaitBeats(domain.name(), 1);
    }

    @Override
    protected Set<Deviation> deviations() {
        return EnumSet.noneOf(Deviation.class);
    }

    @Override
    protected Duration patience() {
        return Duration.ofSeconds(60);
    }
}
