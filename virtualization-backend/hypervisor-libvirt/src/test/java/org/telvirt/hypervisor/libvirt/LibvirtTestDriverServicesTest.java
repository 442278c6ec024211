package org.telvirt.hypervisor.libvirt;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.contract.ServicesContract;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;

/** The contract over libvirt's own library with its driver that plays a hypervisor in our process. */
@RanOn(Engine.LIBVIRT_TEST_DRIVER)
class LibvirtTestDriverServicesTest extends ServicesContract {
    private static ExecutorService threads;

    @BeforeAll
    static void makeThreads() {
        threads = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void endThreads() {
        threads.shutdown();
    }

    @Override
    protected Hypervisor open() throws Exception {
        return new LibvirtHypervisor("test:///default", threads, InstantSource.system());
    }

    @Override
    protected DomainDefinition bootable(String name) {
        return DomainDefinition.named(name, Processors.of(1), Memory.of(ByteSize.ofMebibytes(64)));
    }

    @Override
    protected void pass(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    @Override
    protected Path folder() {
        return Path.of("/nowhere");
    }

    @Override
    protected boolean hasBridges() {
        return false;
    }

    @Override
    protected boolean hasCounters() {
        return false;
    }
}
