package org.telvirt.hypervisor.libvirt;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.contract.ServicesContract;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.libvirt.rig.OnXen;
import org.telvirt.hypervisor.libvirt.rig.XenGuests;
import org.telvirt.hypervisor.libvirt.rig.XenHost;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** The contract of what is beside the domains over a real Xen; most of it libvirt's driver says that it lacks. */
@OnXen
@RanOn(Engine.XEN_GUEST)
class XenServicesTest extends ServicesContract {
    private static ExecutorService threads;
    private static XenHost host;
    private static XenGuests guests;

    @BeforeAll
    static void begin(XenHost xen) {
        threads = Executors.newCachedThreadPool();
        host = xen;
        guests = new XenGuests(xen);
    }

    @AfterAll
    static void endThreads() {
        threads.shutdown();
    }

    @BeforeEach
    void sayWhatItRunsOn(TestReporter reporter) {
        reporter.publishEntry(Engine.XEN_GUEST.entry(engine().capabilities().engine()));
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
    protected void awaitUp(Domain domain) {
        guests.awaitBeats(domain.name(), 1);
    }

    @Override
    protected void pass(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    /** A new one of dom0, which ends with the machine. */
    @Override
    protected Path folder() {
        return host.folder("pool-" + UUID.randomUUID());
    }

    /** dom0 of the tests has neither iptables nor dnsmasq. */
    @Override
    protected boolean startsNetworks() {
        return false;
    }

    /** Xen's own memory management has sizes of pages, of which libvirt knows nothing. */
    @Override
    protected boolean tellsPages() {
        return false;
    }
}
