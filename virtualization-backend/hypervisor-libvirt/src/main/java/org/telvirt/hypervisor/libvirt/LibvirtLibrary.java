package org.telvirt.hypervisor.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libvirt.so that we call, under their own names. A negative number or a null means that the call
 * failed; the reason waits in the calling thread. What returns a bare {@link Pointer} to characters gives them to the
 * caller to free; what returns a {@link String} keeps them.
 */
final class LibvirtLibrary {
    /** Takes the place of libvirt's own, which writes to standard error. */
    private static final ErrorCallback SILENT = (user, error) -> {};

    static {
        Native.register(
                LibvirtLibrary.class,
                NativeLibrary.getInstance(
                        "virt", Map.of(Library.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name())));
        virInitialize();
        virSetErrorFunc(null, SILENT);
        virEventRegisterDefaultImpl(); // once in a process, before the first connection
    }

    private LibvirtLibrary() {}

    // the library and its errors

    static native int virInitialize();

    static native void virSetErrorFunc(@Nullable Pointer user, @Nullable ErrorCallback handler);

    static native int virGetLastErrorCode();

    static native String virGetLastErrorMessage();

    static native int virGetVersion(LongByReference library, @Nullable String type, @Nullable LongByReference driver);

    // the event loop

    static native int virEventRegisterDefaultImpl();

    static native int virEventRunDefaultImpl();

    static native int virEventAddTimeout(
            int milliseconds, TimeoutCallback callback, @Nullable Pointer opaque, @Nullable Pointer free);

    static native void virEventUpdateTimeout(int timer, int milliseconds);

    static native int virEventRemoveTimeout(int timer);

    // connections

    static native @Nullable Pointer virConnectOpen(String uri);

    static native int virConnectRef(Pointer connection);

    static native int virConnectClose(Pointer connection);

    static native int virConnectIsAlive(Pointer connection);

    static native int virConnectSetKeepAlive(Pointer connection, int seconds, int count);

    static native int virConnectRegisterCloseCallback(
            Pointer connection, CloseCallback callback, @Nullable Pointer opaque, @Nullable Pointer free);

    static native int virConnectUnregisterCloseCallback(Pointer connection, CloseCallback callback);

    static native int virConnectDomainEventRegisterAny(
            Pointer connection,
            @Nullable Pointer domain,
            int event,
            Callback callback,
            @Nullable Pointer opaque,
            @Nullable Pointer free);

    static native int virConnectDomainEventDeregisterAny(Pointer connection, int registration);

    // the host

    static native @Nullable String virConnectGetType(Pointer connection);

    static native int virConnectGetVersion(Pointer connection, LongByReference version);

    static native int virConnectGetLibVersion(Pointer connection, LongByReference version);

    static native @Nullable Pointer virConnectGetHostname(Pointer connection);

    static native @Nullable Pointer virConnectGetCapabilities(Pointer connection);

    static native @Nullable Pointer virConnectGetDomainCapabilities(
            Pointer connection,
            @Nullable String emulator,
            @Nullable String architecture,
            @Nullable String machine,
            @Nullable String type,
            int flags);

    static native @Nullable Pointer virConnectBaselineCPU(Pointer connection, Pointer cpus, int count, int flags);

    static native int virNodeGetInfo(Pointer connection, Pointer result);

    // domains

    static native int virConnectGetAllDomainStats(Pointer connection, int groups, PointerByReference list, int flags);

    static native void virDomainStatsRecordListFree(Pointer list);

    static native int virConnectListAllDomains(Pointer connection, PointerByReference list, int flags);

    static native @Nullable Pointer virDomainLookupByUUID(Pointer connection, byte[] uuid);

    static native @Nullable Pointer virDomainLookupByName(Pointer connection, String name);

    static native @Nullable Pointer virDomainDefineXMLFlags(Pointer connection, String xml, int flags);

    static native @Nullable Pointer virDomainCreateXML(Pointer connection, String xml, int flags);

    static native int virDomainFree(Pointer domain);

    static native String virDomainGetName(Pointer domain);

    static native int virDomainGetUUID(Pointer domain, byte[] result);

    static native int virDomainGetState(Pointer domain, IntByReference state, IntByReference reason, int flags);

    static native int virDomainGetInfo(Pointer domain, Pointer result);

    static native int virDomainIsPersistent(Pointer domain);

    static native int virDomainHasManagedSaveImage(Pointer domain, int flags);

    static native @Nullable Pointer virDomainGetXMLDesc(Pointer domain, int flags);

    static native int virDomainRename(Pointer domain, String name, int flags);

    static native int virDomainUndefine(Pointer domain);

    static native int virDomainUndefineFlags(Pointer domain, int flags);

    // their runs

    static native int virDomainCreateWithFlags(Pointer domain, int flags);

    static native int virDomainDestroyFlags(Pointer domain, int flags);

    static native int virDomainSuspend(Pointer domain);

    static native int virDomainResume(Pointer domain);

    static native int virDomainManagedSave(Pointer domain, int flags);

    static native int virDomainManagedSaveRemove(Pointer domain, int flags);

    static native int virDomainShutdownFlags(Pointer domain, int flags);

    static native int virDomainReboot(Pointer domain, int flags);

    static native int virDomainReset(Pointer domain, int flags);

    // changes of a run

    static native int virDomainSetVcpusFlags(Pointer domain, int count, int flags);

    static native int virDomainSetMemoryFlags(Pointer domain, long kibibytes, int flags);

    static native int virDomainPinVcpuFlags(Pointer domain, int vcpu, byte[] map, int length, int flags);

    static native int virDomainPinEmulator(Pointer domain, byte[] map, int length, int flags);

    static native int virDomainSetSchedulerParametersFlags(Pointer domain, Pointer values, int count, int flags);

    static native int virDomainSetBlockIoTune(Pointer domain, String disk, Pointer values, int count, int flags);

    static native int virDomainAttachDeviceFlags(Pointer domain, String xml, int flags);

    static native int virDomainDetachDeviceFlags(Pointer domain, String xml, int flags);

    static native int virDomainUpdateDeviceFlags(Pointer domain, String xml, int flags);

    // what libvirt calls

    /** Called on an error; without one libvirt writes to standard error. */
    interface ErrorCallback extends Callback {
        void error(@Nullable Pointer user, Pointer error);
    }

    /** Called when a timer of the event loop is due. */
    interface TimeoutCallback extends Callback {
        void due(int timer, @Nullable Pointer opaque);
    }

    /** Called when a connection was lost. */
    interface CloseCallback extends Callback {
        void closed(Pointer connection, int reason, @Nullable Pointer opaque);
    }

    /** Called when a domain changed its life cycle. */
    interface LifecycleCallback extends Callback {
        int changed(Pointer connection, Pointer domain, int event, int detail, @Nullable Pointer opaque);
    }

    /** Called when a domain rebooted. */
    interface RebootCallback extends Callback {
        void rebooted(Pointer connection, Pointer domain, @Nullable Pointer opaque);
    }

    /** Called when a guest has let go of a device. */
    interface DeviceCallback extends Callback {
        void removed(Pointer connection, Pointer domain, String alias, @Nullable Pointer opaque);
    }

    /** Called when a guest has another amount of memory. */
    interface BalloonCallback extends Callback {
        void changed(Pointer connection, Pointer domain, long kibibytes, @Nullable Pointer opaque);
    }
}
