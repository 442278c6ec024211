package org.telvirt.hypervisor.libvirt.statistics;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of libvirt.so that give statistics, under their own names. */
final class StatisticsLibrary {
    static {
        Native.register(
                StatisticsLibrary.class,
                NativeLibrary.getInstance(
                        "virt", Map.of(Library.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name())));
    }

    private StatisticsLibrary() {}

    static native int virConnectGetAllDomainStats(Pointer connection, int groups, PointerByReference list, int flags);

    static native void virDomainStatsRecordListFree(Pointer list);

    static native int virConnectListAllDomains(Pointer connection, PointerByReference list, int flags);

    static native int virDomainGetInfo(Pointer domain, Pointer result);

    static native int virDomainGetVcpus(Pointer domain, Pointer result, int most, @Nullable Pointer maps, int mapBytes);

    static native int virDomainBlockStats(Pointer domain, String target, Pointer result, NativeLong bytes);

    static native int virDomainInterfaceStats(Pointer domain, String device, Pointer result, NativeLong bytes);

    static native @Nullable Pointer virDomainGetXMLDesc(Pointer domain, int flags);

    static native int virDomainGetUUID(Pointer domain, byte[] result);

    static native String virDomainGetName(Pointer domain);

    static native int virDomainFree(Pointer domain);
}
