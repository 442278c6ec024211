package org.telvirt.hypervisor.libvirt.migration;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of libvirt.so for migrations, under their own names. */
final class MigrationLibrary {
    static {
        Native.register(
                MigrationLibrary.class,
                NativeLibrary.getInstance(
                        "virt", Map.of(Library.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name())));
    }

    private MigrationLibrary() {}

    static native @Nullable Pointer virConnectOpen(String uri);

    static native int virConnectClose(Pointer connection);

    static native int virConnectIsAlive(Pointer connection);

    static native int virConnectSetKeepAlive(Pointer connection, int seconds, int count);

    static native @Nullable String virConnectGetType(Pointer connection);

    static native @Nullable Pointer virConnectGetCapabilities(Pointer connection);

    static native @Nullable Pointer virConnectGetDomainCapabilities(
            Pointer connection,
            @Nullable String emulator,
            @Nullable String architecture,
            @Nullable String machine,
            @Nullable String type,
            int flags);

    static native int virConnectCompareHypervisorCPU(
            Pointer connection,
            @Nullable String emulator,
            @Nullable String architecture,
            @Nullable String machine,
            @Nullable String type,
            String cpu,
            int flags);

    static native int virNodeGetMemoryStats(
            Pointer connection, int cell, @Nullable Pointer values, IntByReference count, int flags);

    static native @Nullable Pointer virNetworkLookupByName(Pointer connection, String name);

    static native int virNetworkFree(Pointer network);

    static native @Nullable Pointer virDomainLookupByUUIDString(Pointer connection, String uuid);

    static native @Nullable Pointer virDomainLookupByName(Pointer connection, String name);

    static native String virDomainGetName(Pointer domain);

    static native int virDomainGetUUIDString(Pointer domain, byte[] result);

    static native int virDomainIsActive(Pointer domain);

    static native int virDomainIsPersistent(Pointer domain);

    static native int virDomainHasManagedSaveImage(Pointer domain, int flags);

    static native int virDomainSnapshotNum(Pointer domain, int flags);

    static native int virDomainListAllCheckpoints(Pointer domain, @Nullable PointerByReference list, int flags);

    static native int virDomainGetState(Pointer domain, IntByReference state, IntByReference reason, int flags);

    static native @Nullable Pointer virDomainGetXMLDesc(Pointer domain, int flags);

    static native int virDomainFree(Pointer domain);

    static native int virDomainCreate(Pointer domain);

    static native int virDomainDestroyFlags(Pointer domain, int flags);

    static native int virDomainSuspend(Pointer domain);

    static native int virDomainResume(Pointer domain);

    static native @Nullable Pointer virDomainMigrate3(
            Pointer domain, Pointer destination, @Nullable Pointer parameters, int count, int flags);

    static native int virDomainMigrateToURI3(
            Pointer domain, String destination, @Nullable Pointer parameters, int count, int flags);

    static native int virDomainMigrateSetMaxDowntime(Pointer domain, long milliseconds, int flags);

    static native int virDomainMigrateSetMaxSpeed(Pointer domain, long mebibytesPerSecond, int flags);

    static native int virDomainMigrateStartPostCopy(Pointer domain, int flags);

    static native int virDomainAbortJob(Pointer domain);

    static native int virDomainGetJobStats(
            Pointer domain, IntByReference type, PointerByReference values, IntByReference count, int flags);

    static native int virTypedParamsAddString(
            PointerByReference values, IntByReference count, IntByReference most, String name, String value);

    static native int virTypedParamsAddULLong(
            PointerByReference values, IntByReference count, IntByReference most, String name, long value);

    static native void virTypedParamsFree(@Nullable Pointer values, int count);
}
