package org.telvirt.hypervisor.libvirt.event;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainOccurrence;
import org.telvirt.hypervisor.DomainOccurrence.AgentChanged;
import org.telvirt.hypervisor.DomainOccurrence.ClockSet;
import org.telvirt.hypervisor.DomainOccurrence.ControlLost;
import org.telvirt.hypervisor.DomainOccurrence.DeviceChange;
import org.telvirt.hypervisor.DomainOccurrence.DeviceChanged;
import org.telvirt.hypervisor.DomainOccurrence.DiskFailed;
import org.telvirt.hypervisor.DomainOccurrence.DiskWorkChanged;
import org.telvirt.hypervisor.DomainOccurrence.GraphicsChanged;
import org.telvirt.hypervisor.DomainOccurrence.GuestSlept;
import org.telvirt.hypervisor.DomainOccurrence.MediumChanged;
import org.telvirt.hypervisor.DomainOccurrence.MemoryBallooned;
import org.telvirt.hypervisor.DomainOccurrence.MemoryDeviceResized;
import org.telvirt.hypervisor.DomainOccurrence.MemoryFailed;
import org.telvirt.hypervisor.DomainOccurrence.MetadataChanged;
import org.telvirt.hypervisor.DomainOccurrence.MigrationIterated;
import org.telvirt.hypervisor.DomainOccurrence.SettingsTuned;
import org.telvirt.hypervisor.DomainOccurrence.Sleep;
import org.telvirt.hypervisor.DomainOccurrence.TrayMoved;
import org.telvirt.hypervisor.DomainOccurrence.WatchdogExpired;
import org.telvirt.hypervisor.DomainOccurrence.WorkEnded;
import org.telvirt.hypervisor.DomainOccurrence.WriteMarkPassed;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.libvirt.LibvirtDomain;
import org.telvirt.hypervisor.libvirt.statistics.TypedParameters;

/**
 * Every event of libvirt about a domain but those of its life cycle and of reboots (virDomainEventID). What libvirt
 * calls copies what it is given, passes it on and returns.
 */
public final class DomainFeed implements AutoCloseable {
    private static final int CLOCK = 2;
    private static final int WATCHDOG = 3;
    private static final int GRAPHICS = 5;
    private static final int DISK_ERROR = 6; // with the reason, which number 4 tells without
    private static final int CONTROL_ERROR = 7;
    private static final int MEDIUM = 9;
    private static final int TRAY = 10;
    private static final int WAKE_UP = 11;
    private static final int SUSPEND = 12;
    private static final int BALLOON = 13;
    private static final int SUSPEND_TO_DISK = 14;
    private static final int DEVICE_REMOVED = 15;
    private static final int DISK_WORK = 16; // by target, which number 8 tells by path
    private static final int TUNABLE = 17;
    private static final int AGENT = 18;
    private static final int DEVICE_ADDED = 19;
    private static final int MIGRATION = 20;
    private static final int WORK = 21;
    private static final int DEVICE_STAYS = 22;
    private static final int METADATA = 23;
    private static final int THRESHOLD = 24;
    private static final int MEMORY_FAILURE = 25;
    private static final int MEMORY_DEVICE = 26;

    private static final int AGENT_CONNECTED = 1;
    private static final int OF_GUEST = 1;
    private static final int METADATA_ELEMENT = 2;
    private static final int ADDRESS_NODE = 8; // struct virDomainEventGraphicsAddress: family, node, service

    private final Registrations registrations;
    private final Supplier<Instant> clock;
    private final Consumer<? super DomainOccurrence> out;

    /**
     * Listens on a connection.
     *
     * @param out called in the middle of libvirt's work; must not wait
     */
    public DomainFeed(Pointer connection, Supplier<Instant> clock, Consumer<? super DomainOccurrence> out) {
        this.registrations = new Registrations(connection);
        this.clock = clock;
        this.out = out;
        listenToFaults();
        listenToDisks();
        listenToGuests();
        listenToDevices();
        listenToWork();
    }

    /** Makes an event of when, which domain, and what it was called. */
    private interface Maker {
        DomainOccurrence make(Instant time, DomainId id, String name);
    }

    private void tell(Pointer domain, Maker maker) {
        out.accept(maker.make(clock.get(), LibvirtDomain.id(domain), EventLibrary.virDomainGetName(domain)));
    }

    private void on(int event, Callback callback) {
        registrations.add(
                EventLibrary::virConnectDomainEventRegisterAny,
                EventLibrary::virConnectDomainEventDeregisterAny,
                event,
                callback);
    }

    private static String text(@Nullable Pointer characters) {
        return characters == null ? "" : characters.getString(0, StandardCharsets.UTF_8.name());
    }

    private void listenToFaults() {
        on(WATCHDOG, (EventCallbacks.Numbered) (connection, domain, action, opaque) ->
                tell(domain, (time, id, name) -> new WatchdogExpired(time, id, name, EventCodes.watchdog(action))));
        on(DISK_ERROR, (EventCallbacks.DiskError) (connection, domain, source, device, action, reason, opaque) -> {
            String path = text(source);
            String alias = text(device);
            String cause = text(reason);
            tell(
                    domain,
                    (time, id, name) -> new DiskFailed(time, id, name, alias, path, EventCodes.disk(action), cause));
        });
        on(MEMORY_FAILURE, (EventCallbacks.Flagged) (connection, domain, recipient, action, flags, opaque) -> tell(
                domain,
                (time, id, name) ->
                        new MemoryFailed(time, id, name, recipient == OF_GUEST, EventCodes.memory(action))));
        on(CONTROL_ERROR, (EventCallbacks.Plain) (connection, domain, opaque) -> tell(domain, ControlLost::new));
    }

    private void listenToDisks() {
        on(DISK_WORK, (EventCallbacks.DiskWork) (connection, domain, disk, type, status, opaque) -> {
            String target = text(disk);
            tell(
                    domain,
                    (time, id, name) -> new DiskWorkChanged(
                            time, id, name, target, EventCodes.diskWork(type), EventCodes.phase(status)));
        });
        on(MEDIUM, (EventCallbacks.DiskChange) (connection, domain, before, after, device, reason, opaque) -> {
            String oldSource = text(before);
            String newSource = text(after);
            String alias = text(device);
            tell(domain, (time, id, name) -> new MediumChanged(time, id, name, alias, oldSource, newSource));
        });
        on(TRAY, (EventCallbacks.NamedNumber) (connection, domain, device, reason, opaque) -> {
            String alias = text(device);
            tell(domain, (time, id, name) -> new TrayMoved(time, id, name, alias, reason == 0));
        });
        on(THRESHOLD, (EventCallbacks.Threshold) (connection, domain, disk, path, threshold, excess, opaque) -> {
            String target = text(disk);
            tell(
                    domain,
                    (time, id, name) ->
                            new WriteMarkPassed(time, id, name, target, new ByteSize(threshold), new ByteSize(excess)));
        });
    }

    private void listenToGuests() {
        on(CLOCK, (EventCallbacks.Measured) (connection, domain, seconds, opaque) ->
                tell(domain, (time, id, name) -> new ClockSet(time, id, name, Duration.ofSeconds(seconds))));
        on(GRAPHICS, (EventCallbacks.Graphics) (connection, domain, phase, local, remote, scheme, who, opaque) -> {
            String viewer = remote == null ? "" : text(remote.getPointer(ADDRESS_NODE));
            tell(domain, (time, id, name) -> new GraphicsChanged(time, id, name, EventCodes.graphics(phase), viewer));
        });
        onSleep(WAKE_UP, Sleep.AWAKE);
        onSleep(SUSPEND, Sleep.IN_MEMORY);
        onSleep(SUSPEND_TO_DISK, Sleep.ON_DISK);
        on(BALLOON, (EventCallbacks.Measured) (connection, domain, kibibytes, opaque) ->
                tell(domain, (time, id, name) -> new MemoryBallooned(time, id, name, ByteSize.ofKibibytes(kibibytes))));
        on(AGENT, (EventCallbacks.Detailed) (connection, domain, state, reason, opaque) ->
                tell(domain, (time, id, name) -> new AgentChanged(time, id, name, state == AGENT_CONNECTED)));
    }

    private void onSleep(int event, Sleep sleep) {
        on(event, (EventCallbacks.Numbered) (connection, domain, reason, opaque) ->
                tell(domain, (time, id, name) -> new GuestSlept(time, id, name, sleep)));
    }

    private void listenToDevices() {
        onDevice(DEVICE_ADDED, DeviceChange.ADDED);
        onDevice(DEVICE_REMOVED, DeviceChange.REMOVED);
        onDevice(DEVICE_STAYS, DeviceChange.REMOVAL_FAILED);
        on(MEMORY_DEVICE, (EventCallbacks.NamedSize) (connection, domain, device, kibibytes, opaque) -> {
            String alias = text(device);
            tell(
                    domain,
                    (time, id, name) ->
                            new MemoryDeviceResized(time, id, name, alias, ByteSize.ofKibibytes(kibibytes)));
        });
        on(METADATA, (EventCallbacks.NumberedName) (connection, domain, type, namespace, opaque) -> {
            String uri = type == METADATA_ELEMENT ? text(namespace) : "";
            tell(domain, (time, id, name) -> new MetadataChanged(time, id, name, uri));
        });
        on(TUNABLE, (EventCallbacks.Parameters) (connection, domain, array, count, opaque) -> {
            String what =
                    array == null ? "" : TypedParameters.read(array, count).firstName();
            tell(domain, (time, id, name) -> new SettingsTuned(time, id, name, what));
        });
    }

    private void onDevice(int event, DeviceChange change) {
        on(event, (EventCallbacks.Named) (connection, domain, device, opaque) -> {
            String alias = text(device);
            tell(domain, (time, id, name) -> new DeviceChanged(time, id, name, alias, change));
        });
    }

    private void listenToWork() {
        on(MIGRATION, (EventCallbacks.Numbered) (connection, domain, iteration, opaque) ->
                tell(domain, (time, id, name) -> new MigrationIterated(time, id, name, iteration)));
        on(WORK, (EventCallbacks.Parameters) (connection, domain, array, count, opaque) -> {
            TypedParameters job = array == null ? TypedParameters.none() : TypedParameters.read(array, count);
            Long operation = job.count("operation");
            String work = EventCodes.domainWork(operation == null ? 0 : operation.intValue());
            tell(
                    domain,
                    (time, id, name) -> new WorkEnded(
                            time, id, name, work, milliseconds(job, "time_elapsed"), milliseconds(job, "downtime")));
        });
    }

    private static @Nullable Duration milliseconds(TypedParameters parameters, String name) {
        Long value = parameters.count(name);
        return value == null ? null : Duration.ofMillis(value);
    }

    @Override
    public void close() {
        registrations.close();
    }
}
