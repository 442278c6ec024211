package org.telvirt.hypervisor.libvirt;

import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectClose;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectDomainEventDeregisterAny;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectDomainEventRegisterAny;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectIsAlive;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectOpen;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectRegisterCloseCallback;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectSetKeepAlive;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectUnregisterCloseCallback;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.libvirt.LibvirtLibrary.CloseCallback;
import org.telvirt.hypervisor.libvirt.LibvirtLibrary.LifecycleCallback;
import org.telvirt.hypervisor.libvirt.LibvirtLibrary.RebootCallback;
import org.telvirt.hypervisor.libvirt.event.DomainFeed;
import org.telvirt.hypervisor.libvirt.event.HostFeed;

/** One connection to libvirt from its opening to its loss, and the events that come by it. */
final class LibvirtSession implements AutoCloseable {
    private static final int KEEP_ALIVE_SECONDS = 5;
    private static final int KEEP_ALIVE_COUNT = 5;
    private static final int EVENT_LIFECYCLE = 0;
    private static final int EVENT_REBOOT = 1;

    private final Pointer connection;
    // libvirt keeps only the addresses of these
    private final CloseCallback onClose;
    private final LifecycleCallback onLifecycle;
    private final RebootCallback onReboot;
    private final DomainFeed domains;
    private final HostFeed host;
    private final int lifecycle;
    private final int reboot;

    /**
     * Connects.
     *
     * @param onLoss called on an event loop's thread; must not wait
     * @throws HypervisorException UNAVAILABLE, DENIED
     */
    LibvirtSession(String uri, LibvirtEvents events, Runnable onLoss) throws HypervisorException {
        Pointer opened = virConnectOpen(uri);
        if (opened == null) {
            throw LibvirtErrors.unreachable(uri);
        }
        connection = opened;
        onClose = (lost, reason, opaque) -> onLoss.run();
        onLifecycle = (on, domain, event, detail, opaque) -> {
            events.lifecycle(domain, event, detail);
            return 0;
        };
        onReboot = (on, domain, opaque) -> events.rebooted(domain);
        virConnectSetKeepAlive(connection, KEEP_ALIVE_SECONDS, KEEP_ALIVE_COUNT); // not for a driver in our process
        virConnectRegisterCloseCallback(connection, onClose, null, null);
        lifecycle = register(EVENT_LIFECYCLE, onLifecycle);
        reboot = register(EVENT_REBOOT, onReboot);
        domains = new DomainFeed(connection, events::now, events::publishLater);
        host = new HostFeed(connection, events::now, events::publishLater);
        if (lifecycle < 0) {
            HypervisorException reason = LibvirtErrors.last("Cannot receive events from libvirt at '" + uri + "'");
            close();
            throw reason;
        }
    }

    private int register(int event, Callback callback) {
        return virConnectDomainEventRegisterAny(connection, null, event, callback, null, null);
    }

    Pointer connection() {
        return connection;
    }

    /** Whether the channel is open; costs no call to the daemon. */
    boolean isAlive() {
        return virConnectIsAlive(connection) == 1;
    }

    /** Ends it for us; calls that are under way in other threads end by themselves. */
    @Override
    public void close() {
        domains.close();
        host.close();
        for (int registration : new int[] {lifecycle, reboot}) {
            if (registration >= 0) {
                virConnectDomainEventDeregisterAny(connection, registration);
            }
        }
        virConnectUnregisterCloseCallback(connection, onClose);
        virConnectClose(connection);
    }
}
