package org.telvirt.hypervisor.libvirt.host;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of libvirt.so that tell of the machine, under their own names. */
final class NodeLibrary {
    static {
        Native.register(
                NodeLibrary.class,
                NativeLibrary.getInstance(
                        "virt", Map.of(Library.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name())));
    }

    private NodeLibrary() {}

    static native @Nullable Pointer virConnectGetCapabilities(Pointer connection);

    static native int virNodeGetInfo(Pointer connection, Pointer result);

    static native long virNodeGetFreeMemory(Pointer connection);

    static native int virNodeGetCellsFreeMemory(Pointer connection, long[] free, int first, int most);

    static native int virNodeGetFreePages(
            Pointer connection, int sizes, int[] kibibytes, int firstCell, int cells, long[] counts, int flags);

    static native int virConnectListAllNodeDevices(Pointer connection, @Nullable PointerByReference list, int flags);

    static native @Nullable Pointer virNodeDeviceGetXMLDesc(Pointer device, int flags);

    static native int virNodeDeviceFree(Pointer device);
}
