package org.telvirt.hypervisor.libvirt.event;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.HostEvent.Change;
import org.telvirt.hypervisor.HostEvent.Kind;
import org.telvirt.hypervisor.HostEvent.ResourceChanged;

/** Every event of libvirt about networks, storage pools, devices and secrets. */
public final class HostFeed implements AutoCloseable {
    private static final int LIFECYCLE = 0;
    private static final int UPDATE = 1; // of a pool: that it was read again; of a secret: its value
    private static final int UUID_CHARACTERS = 37;
    private static final String ORIGIN = "engine";

    private final Registrations registrations;
    private final Supplier<Instant> clock;
    private final Consumer<? super HostEvent> out;

    /**
     * Listens on a connection.
     *
     * @param out called in the middle of libvirt's work; must not wait
     */
    public HostFeed(Pointer connection, Supplier<Instant> clock, Consumer<? super HostEvent> out) {
        this.registrations = new Registrations(connection);
        this.clock = clock;
        this.out = out;
        listenToNetworks();
        listenToPools();
        listenToDevices();
        listenToSecrets();
    }

    private EventCallbacks.Detailed lifecycle(
            Kind kind, Function<Pointer, String> name, Function<Integer, Change> change) {
        return (connection, subject, event, detail, opaque) -> tell(kind, name.apply(subject), change.apply(event));
    }

    private EventCallbacks.Plain update(Kind kind, Function<Pointer, String> name) {
        return (connection, subject, opaque) -> tell(kind, name.apply(subject), Change.UPDATED);
    }

    private void tell(Kind kind, String name, Change change) {
        out.accept(new ResourceChanged(clock.get(), ORIGIN, kind, name, change));
    }

    private void listenToNetworks() {
        registrations.add(
                EventLibrary::virConnectNetworkEventRegisterAny,
                EventLibrary::virConnectNetworkEventDeregisterAny,
                LIFECYCLE,
                lifecycle(Kind.NETWORK, EventLibrary::virNetworkGetName, EventCodes::lifecycle));
    }

    private void listenToPools() {
        registrations.add(
                EventLibrary::virConnectStoragePoolEventRegisterAny,
                EventLibrary::virConnectStoragePoolEventDeregisterAny,
                LIFECYCLE,
                lifecycle(Kind.STORAGE_POOL, EventLibrary::virStoragePoolGetName, EventCodes::lifecycle));
        registrations.add(
                EventLibrary::virConnectStoragePoolEventRegisterAny,
                EventLibrary::virConnectStoragePoolEventDeregisterAny,
                UPDATE,
                update(Kind.STORAGE_POOL, EventLibrary::virStoragePoolGetName));
    }

    private void listenToDevices() {
        registrations.add(
                EventLibrary::virConnectNodeDeviceEventRegisterAny,
                EventLibrary::virConnectNodeDeviceEventDeregisterAny,
                LIFECYCLE,
                lifecycle(Kind.DEVICE, EventLibrary::virNodeDeviceGetName, EventCodes::device));
        registrations.add(
                EventLibrary::virConnectNodeDeviceEventRegisterAny,
                EventLibrary::virConnectNodeDeviceEventDeregisterAny,
                UPDATE,
                update(Kind.DEVICE, EventLibrary::virNodeDeviceGetName));
    }

    private void listenToSecrets() {
        registrations.add(
                EventLibrary::virConnectSecretEventRegisterAny,
                EventLibrary::virConnectSecretEventDeregisterAny,
                LIFECYCLE,
                lifecycle(Kind.SECRET, HostFeed::uuid, EventCodes::lifecycle));
        registrations.add(
                EventLibrary::virConnectSecretEventRegisterAny,
                EventLibrary::virConnectSecretEventDeregisterAny,
                UPDATE,
                update(Kind.SECRET, HostFeed::uuid));
    }

    private static String uuid(Pointer secret) {
        byte[] characters = new byte[UUID_CHARACTERS];
        EventLibrary.virSecretGetUUIDString(secret, characters);
        return new String(characters, 0, UUID_CHARACTERS - 1, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        registrations.close();
    }
}
