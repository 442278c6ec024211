package org.telvirt.hypervisor.libvirt.backup;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of libvirt.so for backups and checkpoints, under their own names. */
final class BackupLibrary {
    static {
        Native.register(
                BackupLibrary.class,
                NativeLibrary.getInstance(
                        "virt", Map.of(Library.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name())));
    }

    private BackupLibrary() {}

    static native @Nullable String virConnectGetType(Pointer connection);

    static native int virDomainBackupBegin(Pointer domain, String backup, @Nullable String checkpoint, int flags);

    static native @Nullable Pointer virDomainBackupGetXMLDesc(Pointer domain, int flags);

    static native int virDomainBlockJobSetSpeed(Pointer domain, String disk, long bandwidth, int flags);

    static native int virDomainFSFreeze(Pointer domain, @Nullable Pointer mountPoints, int count, int flags);

    static native int virDomainFSThaw(Pointer domain, @Nullable Pointer mountPoints, int count, int flags);

    static native int virDomainIsActive(Pointer domain);

    static native int virDomainSnapshotNum(Pointer domain, int flags);

    static native int virDomainAbortJob(Pointer domain);

    static native int virDomainGetJobStats(
            Pointer domain, IntByReference type, PointerByReference values, IntByReference count, int flags);

    static native void virTypedParamsFree(@Nullable Pointer values, int count);

    static native int virDomainListAllCheckpoints(Pointer domain, PointerByReference list, int flags);

    static native @Nullable Pointer virDomainCheckpointLookupByName(Pointer domain, String name, int flags);

    static native @Nullable Pointer virDomainCheckpointGetXMLDesc(Pointer checkpoint, int flags);

    static native int virDomainCheckpointDelete(Pointer checkpoint, int flags);

    static native int virDomainCheckpointFree(Pointer checkpoint);
}
