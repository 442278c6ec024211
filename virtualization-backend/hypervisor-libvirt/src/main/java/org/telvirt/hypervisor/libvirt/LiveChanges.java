package org.telvirt.hypervisor.libvirt;

import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectClose;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectDomainEventDeregisterAny;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectDomainEventRegisterAny;
import static org.telvirt.hypervisor.libvirt.LibvirtLibrary.virConnectRef;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.change.LiveChange.AttachDisk;
import org.telvirt.hypervisor.change.LiveChange.AttachPort;
import org.telvirt.hypervisor.change.LiveChange.DetachDisk;
import org.telvirt.hypervisor.change.LiveChange.DetachPort;
import org.telvirt.hypervisor.change.LiveChange.MemorySize;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.libvirt.LibvirtLibrary.BalloonCallback;
import org.telvirt.hypervisor.libvirt.LibvirtLibrary.DeviceCallback;
import org.telvirt.hypervisor.libvirt.domain.DomainXml;

/** Changes running domains, and waits for what their guests have to do for it. Safe for use by many threads. */
final class LiveChanges {
    // struct virDomainInfo on 64-bit machines: state, KiB that it can have, KiB that it has, …
    private static final int INFO_BYTES = 40;
    private static final int INFO_MEMORY = 16;

    /** Xen gives a domain some pages beyond those that its guest sees. */
    private static final long XEN_EXTRA_KIBIBYTES = 1024;

    private final LibvirtConnection connection;
    private final LibvirtEvents events;
    private final Definitions definitions;
    private final Map<Feature, String> lacking;
    private final boolean isXen;

    LiveChanges(
            LibvirtConnection connection,
            LibvirtEvents events,
            Definitions definitions,
            Map<Feature, String> lacking,
            boolean isXen) {
        this.connection = connection;
        this.events = events;
        this.definitions = definitions;
        this.lacking = lacking;
        this.isXen = isXen;
    }

    /** What a call has begun, and how to see that the guest has done its part. */
    private record Begun(LiveChange change, Predicate<DomainDefinition> isDone, DomainDefinition before, String name) {}

    Instant perform(DomainId id, LiveChange change, Duration patience) throws HypervisorException {
        Instant happened;
        Begun begun;
        try (GuestSignals signals = connection.call(on -> GuestSignals.listen(on, id, events::now))) {
            begun = connection.call(on -> begin(on, id, change));
            happened = signals.await(() -> begun.isDone().test(active(id)) && hasItsMemory(id, begun), patience);
            if (happened == null) {
                throw givenUp(id, begun, patience);
            }
        }
        if (change.alsoDefined()) {
            connection.call(on -> definitions.redefine(on, id, begun.change()::appliedTo));
        } else {
            events.reconfigured(id, begun.name());
        }
        return happened;
    }

    /** libvirt's Xen driver tells the memory that a guest was asked to have as that which it has. */
    private boolean hasItsMemory(DomainId id, Begun begun) throws HypervisorException {
        if (!isXen || !(begun.change() instanceof MemorySize wanted)) {
            return true;
        }
        Memory info = new Memory(INFO_BYTES);
        connection.read(on -> {
            try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
                if (LibvirtLibrary.virDomainGetInfo(domain.pointer(), info) < 0) {
                    throw LibvirtErrors.last(attempt(domain.name()));
                }
                return id;
            }
        });
        return Math.abs(info.getLong(INFO_MEMORY) - wanted.size().toKibibytes()) <= XEN_EXTRA_KIBIBYTES;
    }

    private DomainDefinition active(DomainId id) throws HypervisorException {
        return DomainXml.read(connection.read(on -> {
            try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
                return activeXml(domain);
            }
        }));
    }

    private static String activeXml(LibvirtDomain domain) throws HypervisorException {
        DomainState state = domain.describe().state();
        if (state == DomainState.SHUT_OFF || state == DomainState.SAVED || state == DomainState.CRASHED) {
            throw new HypervisorException(
                    Reason.INVALID_STATE, attempt(domain.name()) + ": it is " + LifecycleCalls.words(state));
        }
        return domain.xml(false);
    }

    private Begun begin(Pointer on, DomainId id, LiveChange change) throws HypervisorException {
        try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
            String attempt = attempt(domain.name());
            String xml = activeXml(domain);
            DomainDefinition present = DomainXml.read(xml);
            DomainDefinition wanted = fitting(attempt, change, present);
            Lacking.refuse(attempt, present, wanted, lacking);
            refuseToTakeEmulatedProcessors(attempt, change, present);
            if (change.alsoDefined()) {
                DomainDefinition defined = DomainXml.read(domain.xml(true));
                Lacking.refuse(attempt, defined, fitting(attempt, change, defined), lacking);
            }
            LiveCalls.perform(domain, change, xml, wanted);
            return new Begun(
                    named(change, present, () -> DomainXml.read(domain.xml(false))),
                    isDone(change, wanted),
                    present,
                    domain.name());
        }
    }

    /** QEMU 7.2 takes one away and tells nobody; libvirt still counts it, and the next one that is added ends the guest. */
    private static void refuseToTakeEmulatedProcessors(String attempt, LiveChange change, DomainDefinition present)
            throws HypervisorException {
        if (change instanceof LiveChange.ProcessorCount
                && change.takesFrom(present)
                && present.platform().virtualization() == Virtualization.EMULATED) {
            throw new HypervisorException(
                    Reason.UNSUPPORTED,
                    attempt + ": QEMU cannot take away processors that it emulates; change the defined configuration");
        }
    }

    private static String attempt(String name) {
        return "Cannot change '" + name + "' while it runs";
    }

    private static DomainDefinition fitting(String attempt, LiveChange change, DomainDefinition definition)
            throws HypervisorException {
        try {
            return change.appliedTo(definition);
        } catch (IllegalArgumentException e) {
            throw new HypervisorException(Reason.INVALID_DEFINITION, attempt + ": " + e.getMessage(), e);
        }
    }

    /** What is read when it is needed. */
    private interface Reading {
        DomainDefinition read() throws HypervisorException;
    }

    /** The same change with the name that libvirt has chosen for what was attached, for the defined configuration. */
    private static LiveChange named(LiveChange change, DomainDefinition before, Reading after)
            throws HypervisorException {
        if (change instanceof AttachDisk attach && change.alsoDefined()) {
            Disk disk = added(before.disks(), after.read().disks(), attach.disk());
            return new AttachDisk(attach.disk().withTarget(disk.target(), disk.bus()), true);
        } else if (change instanceof AttachPort attach && change.alsoDefined()) {
            NetworkPort port = added(before.networkPorts(), after.read().networkPorts(), attach.port());
            return new AttachPort(attach.port().withAddress(port.address()).withModel(port.model()), true);
        }
        return change;
    }

    private static <T> T added(List<T> before, List<T> after, T otherwise) {
        return after.stream()
                .filter(device -> !before.contains(device))
                .findFirst()
                .orElse(otherwise);
    }

    /** The guest has its say in what is taken from it; for the rest libvirt's word is enough. */
    private static Predicate<DomainDefinition> isDone(LiveChange change, DomainDefinition wanted) {
        if (change instanceof DetachDisk detach) {
            return now -> now.disks().stream().noneMatch(disk -> detach.target().equals(disk.target()));
        } else if (change instanceof DetachPort detach) {
            return now -> now.networkPorts().stream()
                    .noneMatch(port -> detach.address().equals(port.address()));
        } else if (change instanceof MemorySize) {
            return now -> now.memory().size().equals(wanted.memory().size());
        }
        return now -> true;
    }

    /** Takes back what can be: of memory the request; of a device nothing, the guest has been asked and has not answered. */
    private HypervisorException givenUp(DomainId id, Begun begun, Duration patience) throws HypervisorException {
        String rest = "; it may still do so, which the next look will show";
        if (begun.change() instanceof MemorySize) {
            connection.call(on -> {
                try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
                    LiveCalls.resize(domain, begun.before().memory().size());
                    return id;
                }
            });
            rest = "; it has been asked to keep what it has";
        }
        return new HypervisorException(
                Reason.TIMEOUT,
                attempt(begun.name()) + ": its guest did not let go within " + patience.toMillis() + " ms" + rest);
    }

    /** What the guest of one domain tells of devices and memory while it is listened to. */
    private static final class GuestSignals implements AutoCloseable {
        private static final int BALLOON_CHANGED = 13;
        private static final int DEVICE_REMOVED = 15;

        /** How long to trust that no signal means no change: one may be lost with the connection. */
        private static final long LOOK_AGAIN_MILLIS = 500;

        private final Pointer connection;
        private final InstantSource clock;
        private final Semaphore signals = new Semaphore(0);
        private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();
        // libvirt keeps only the addresses of these
        private final DeviceCallback onDevice = (on, domain, alias, opaque) -> signal();
        private final BalloonCallback onBalloon = (on, domain, size, opaque) -> signal();
        private final int device;
        private final int balloon;

        /** Whether what is waited for has happened. */
        @FunctionalInterface
        interface Condition {
            boolean holds() throws HypervisorException;
        }

        private GuestSignals(Pointer connection, Pointer domain, InstantSource clock) {
            this.connection = connection;
            this.clock = clock;
            virConnectRef(connection);
            device = virConnectDomainEventRegisterAny(connection, domain, DEVICE_REMOVED, onDevice, null, null);
            balloon = virConnectDomainEventRegisterAny(connection, domain, BALLOON_CHANGED, onBalloon, null, null);
        }

        /** Listens to a domain. */
        static GuestSignals listen(Pointer connection, DomainId id, InstantSource clock) throws HypervisorException {
            try (LibvirtDomain domain = LibvirtDomain.find(connection, id)) {
                return new GuestSignals(connection, domain.pointer(), clock);
            }
        }

        private void signal() {
            last.set(clock.instant());
            signals.release();
        }

        /** Waits for something; when it happened, or null: it did not happen in time. */
        @Nullable
        Instant await(Condition condition, Duration patience) throws HypervisorException {
            Instant deadline = clock.instant().plus(patience);
            while (!condition.holds()) {
                long left = Duration.between(clock.instant(), deadline).toMillis();
                if (left <= 0) {
                    return null;
                }
                try {
                    if (signals.tryAcquire(Math.min(left, LOOK_AGAIN_MILLIS), TimeUnit.MILLISECONDS)) {
                        signals.drainPermits();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new HypervisorException(Reason.TIMEOUT, "Gave up to wait for the guest", e);
                }
            }
            Instant signalled = last.get();
            return signalled == null ? clock.instant() : signalled;
        }

        @Override
        public void close() {
            for (int registration : new int[] {device, balloon}) {
                if (registration >= 0) {
                    virConnectDomainEventDeregisterAny(connection, registration);
                }
            }
            virConnectClose(connection);
        }
    }
}
