package org.telvirt.hypervisor.libvirt.resource;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of libvirt.so for storage and networks, under their own names. */
final class ResourceLibrary {
    static {
        Native.register(
                ResourceLibrary.class,
                NativeLibrary.getInstance(
                        "virt", Map.of(Library.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name())));
    }

    private ResourceLibrary() {}

    static native @Nullable String virConnectGetType(Pointer connection);

    // pools

    static native int virConnectListAllStoragePools(Pointer connection, @Nullable PointerByReference list, int flags);

    static native @Nullable Pointer virStoragePoolLookupByName(Pointer connection, String name);

    static native @Nullable Pointer virStoragePoolDefineXML(Pointer connection, String xml, int flags);

    static native int virStoragePoolFree(Pointer pool);

    static native String virStoragePoolGetName(Pointer pool);

    static native int virStoragePoolGetInfo(Pointer pool, Pointer result);

    static native @Nullable Pointer virStoragePoolGetXMLDesc(Pointer pool, int flags);

    static native int virStoragePoolIsActive(Pointer pool);

    static native int virStoragePoolRefresh(Pointer pool, int flags);

    static native int virStoragePoolCreate(Pointer pool, int flags);

    static native int virStoragePoolDestroy(Pointer pool);

    static native int virStoragePoolUndefine(Pointer pool);

    static native int virStoragePoolListAllVolumes(Pointer pool, PointerByReference list, int flags);

    // volumes

    static native @Nullable Pointer virStorageVolLookupByName(Pointer pool, String name);

    static native @Nullable Pointer virStorageVolCreateXML(Pointer pool, String xml, int flags);

    static native @Nullable Pointer virStorageVolCreateXMLFrom(Pointer pool, String xml, Pointer from, int flags);

    static native int virStorageVolResize(Pointer volume, long capacity, int flags);

    static native int virStorageVolDelete(Pointer volume, int flags);

    static native int virStorageVolFree(Pointer volume);

    static native String virStorageVolGetName(Pointer volume);

    static native int virStorageVolGetInfo(Pointer volume, Pointer result);

    static native @Nullable Pointer virStorageVolGetXMLDesc(Pointer volume, int flags);

    // networks

    static native int virConnectListAllNetworks(Pointer connection, @Nullable PointerByReference list, int flags);

    static native @Nullable Pointer virNetworkLookupByName(Pointer connection, String name);

    static native @Nullable Pointer virNetworkDefineXML(Pointer connection, String xml);

    static native int virNetworkFree(Pointer network);

    static native @Nullable Pointer virNetworkGetXMLDesc(Pointer network, int flags);

    static native int virNetworkIsActive(Pointer network);

    static native int virNetworkIsPersistent(Pointer network);

    static native int virNetworkCreate(Pointer network);

    static native int virNetworkDestroy(Pointer network);

    static native int virNetworkUndefine(Pointer network);
}
