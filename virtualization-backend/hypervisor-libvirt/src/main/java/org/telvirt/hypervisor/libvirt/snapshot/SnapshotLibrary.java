package org.telvirt.hypervisor.libvirt.snapshot;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of libvirt.so for snapshots and long work, under their own names. */
final class SnapshotLibrary {
    static {
        Native.register(
                SnapshotLibrary.class,
                NativeLibrary.getInstance(
                        "virt", Map.of(Library.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name())));
    }

    private SnapshotLibrary() {}

    static native int virConnectGetLibVersion(Pointer connection, LongByReference version);

    static native @Nullable String virConnectGetType(Pointer connection);

    static native @Nullable Pointer virDomainSnapshotCreateXML(Pointer domain, String xml, int flags);

    static native int virDomainListAllCheckpoints(Pointer domain, @Nullable PointerByReference list, int flags);

    static native int virDomainListAllSnapshots(Pointer domain, PointerByReference list, int flags);

    static native @Nullable Pointer virDomainSnapshotLookupByName(Pointer domain, String name, int flags);

    static native @Nullable Pointer virDomainSnapshotGetXMLDesc(Pointer snapshot, int flags);

    static native int virDomainSnapshotIsCurrent(Pointer snapshot, int flags);

    static native int virDomainRevertToSnapshot(Pointer snapshot, int flags);

    static native int virDomainSnapshotDelete(Pointer snapshot, int flags);

    static native int virDomainSnapshotFree(Pointer snapshot);

    static native int virDomainGetJobInfo(Pointer domain, Pointer result);

    static native int virDomainAbortJob(Pointer domain);
}
