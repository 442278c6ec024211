package org.telvirt.hypervisor.libvirt;

import com.sun.jna.Pointer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.Gap;
import org.telvirt.hypervisor.Registration;

/**
 * Where events come in from libvirt, on any thread, and go out to listeners, on the event thread in the order in which
 * they came. Safe for use by many threads.
 */
final class LibvirtEvents {
    private final LibvirtEventLoop loop;
    private final InstantSource clock;
    private final CopyOnWriteArrayList<Consumer<HypervisorEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Set<DomainId> saving = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean hasLost = new AtomicBoolean();
    private final LifecycleEvents lifecycle;

    /**
     * @param lookup asked on the event thread for what an event leaves open
     * @param isXen whether it is Xen that tells
     */
    LibvirtEvents(LibvirtEventLoop loop, InstantSource clock, LifecycleEvents.Lookup lookup, boolean isXen) {
        this.loop = loop;
        this.clock = clock;
        this.lifecycle = new LifecycleEvents(lookup, isXen, saving, this::publish);
    }

    Registration listen(Consumer<HypervisorEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** From libvirt, in the middle of its work. */
    void lifecycle(Pointer domain, int event, int detail) {
        DomainId id = LibvirtDomain.id(domain);
        String name = LibvirtLibrary.virDomainGetName(domain);
        Instant time = clock.instant();
        post(() -> lifecycle.happened(new LifecycleEvents.Happening(time, id, name, event, detail)));
    }

    /** From libvirt, in the middle of its work. */
    void rebooted(Pointer domain) {
        publishLater(new HypervisorEvent.DomainRebooted(
                clock.instant(), LibvirtDomain.id(domain), LibvirtLibrary.virDomainGetName(domain)));
    }

    /** A saved run was thrown away; on the event thread. */
    void discarded(DomainId id, String name) {
        lifecycle.discarded(clock.instant(), id, name);
    }

    /** Something that libvirt has no event for. */
    void publishLater(HypervisorEvent event) {
        post(() -> lifecycle.told(event));
    }

    /** Events may have been missed. */
    void gap(String why) {
        publishLater(new Gap(clock.instant(), why));
    }

    /** A running domain is made of something else now. */
    void reconfigured(DomainId id, String name) {
        publishLater(new HypervisorEvent.DomainRedefined(clock.instant(), id, name));
    }

    Instant now() {
        return clock.instant();
    }

    /** We are saving this domain's run: that it stands still meanwhile is no news. */
    void saving(DomainId id) {
        saving.add(id);
    }

    void savingFailed(DomainId id) {
        post(() -> saving.remove(id));
    }

    private void post(Runnable work) {
        boolean hasRoom = loop.post(() -> {
            if (hasLost.getAndSet(false)) {
                lifecycle.told(new Gap(clock.instant(), "events came faster than their listeners took them"));
            }
            work.run();
        });
        if (!hasRoom) {
            hasLost.set(true);
        }
    }

    private void publish(HypervisorEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}
