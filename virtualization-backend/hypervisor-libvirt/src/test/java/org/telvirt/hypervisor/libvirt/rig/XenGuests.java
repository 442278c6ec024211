package org.telvirt.hypervisor.libvirt.rig;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.telvirt.hypervisor.definition.Boot;
import org.telvirt.hypervisor.definition.Boot.Kernel;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Platform;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.definition.Processors;

/** Guests of a Xen host that send the letters A to Z, over and over, one every half second, on their consoles. */
public final class XenGuests {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_NANOS = 100_000_000;

    private final XenHost host;

    public XenGuests(XenHost host) {
        this.host = host;
    }

    /** A kernel of 2 KB that starts at once, and does what Xenstore asks of it. */
    public DomainDefinition tiny(String name) {
        return of(name, Virtualization.XEN_PVH, 16, new Kernel("/guest/heartbeat", null, null));
    }

    /** Debian's Linux. */
    public DomainDefinition linux(String name, Virtualization virtualization) {
        return of(
                name,
                virtualization,
                96,
                new Kernel("/guest/linux", "/guest/linux.initrd", "console=hvc0 quiet loglevel=0"));
    }

    private static DomainDefinition of(String name, Virtualization virtualization, int mebibytes, Kernel kernel) {
        return DomainDefinition.named(name, Processors.of(1), Memory.of(ByteSize.ofMebibytes(mebibytes)))
                .withPlatform(Platform.DEFAULT.withVirtualization(virtualization))
                .withBoot(Boot.FROM_DEVICES.withKernel(kernel));
    }

    /** The letters that a guest has sent, over all its starts. */
    public String beats(String name) {
        return host.console(name).replaceAll("[^A-Z]", "");
    }

    /** Waits until a guest has sent this many letters more than it has now. */
    public void awaitBeats(String name, int count) {
        int before = beats(name).length();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (beats(name).length() < before + count) {
            if (System.nanoTime() > end) {
                throw new AssertionError("'" + name + "' has sent '" + host.console(name) + "' in " + PATIENCE);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
