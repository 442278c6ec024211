package org.telvirt.hypervisor.libvirt.event;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of libvirt.so for events, under their own names. */
final class EventLibrary {
    static {
        Native.register(
                EventLibrary.class,
                NativeLibrary.getInstance(
                        "virt", Map.of(Library.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name())));
    }

    private EventLibrary() {}

    static native int virConnectDomainEventRegisterAny(
            Pointer connection,
            @Nullable Pointer subject,
            int event,
            Callback callback,
            @Nullable Pointer opaque,
            @Nullable Pointer free);

    static native int virConnectDomainEventDeregisterAny(Pointer connection, int registration);

    static native int virConnectNetworkEventRegisterAny(
            Pointer connection,
            @Nullable Pointer subject,
            int event,
            Callback callback,
            @Nullable Pointer opaque,
            @Nullable Pointer free);

    static native int virConnectNetworkEventDeregisterAny(Pointer connection, int registration);

    static native int virConnectStoragePoolEventRegisterAny(
            Pointer connection,
            @Nullable Pointer subject,
            int event,
            Callback callback,
            @Nullable Pointer opaque,
            @Nullable Pointer free);

    static native int virConnectStoragePoolEventDeregisterAny(Pointer connection, int registration);

    static native int virConnectNodeDeviceEventRegisterAny(
            Pointer connection,
            @Nullable Pointer subject,
            int event,
            Callback callback,
            @Nullable Pointer opaque,
            @Nullable Pointer free);

    static native int virConnectNodeDeviceEventDeregisterAny(Pointer connection, int registration);

    static native int virConnectSecretEventRegisterAny(
            Pointer connection,
            @Nullable Pointer subject,
            int event,
            Callback callback,
            @Nullable Pointer opaque,
            @Nullable Pointer free);

    static native int virConnectSecretEventDeregisterAny(Pointer connection, int registration);

    static native String virDomainGetName(Pointer domain);

    static native String virNetworkGetName(Pointer network);

    static native String virStoragePoolGetName(Pointer pool);

    static native String virNodeDeviceGetName(Pointer device);

    static native int virSecretGetUUIDString(Pointer secret, byte[] characters);
}
