package org.telvirt.hypervisor.libvirt.resource;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.libvirt.LibvirtConnection;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.OwnedString;
import org.telvirt.hypervisor.storage.Storage;
import org.telvirt.hypervisor.storage.StorageFeature;
import org.telvirt.hypervisor.storage.StoragePool;
import org.telvirt.hypervisor.storage.StoragePool.State;
import org.telvirt.hypervisor.storage.StorageVolume;

/** libvirt's storage. Safe for use by many threads. */
public final class LibvirtStorage implements Storage {
    // struct virStoragePoolInfo and, but for the last, struct virStorageVolInfo: state or type, then bytes
    private static final int INFO_BYTES = 32;
    private static final int INFO_CAPACITY = 8;
    private static final int INFO_ALLOCATION = 16;
    private static final int INFO_AVAILABLE = 24;

    /** Of virStoragePoolState. */
    private static final List<State> STATES =
            List.of(State.INACTIVE, State.BUILDING, State.ACTIVE, State.DEGRADED, State.INACCESSIBLE);

    private final LibvirtConnection connection;
    private final Map<StorageFeature, String> missing;

    /** Asks once whether there is any. */
    public LibvirtStorage(LibvirtConnection connection) throws HypervisorException {
        this.connection = connection;
        this.missing = connection.read(on -> {
            if (ResourceLibrary.virConnectListAllStoragePools(on, null, 0) >= 0) {
                return "TEST".equalsIgnoreCase(ResourceLibrary.virConnectGetType(on))
                        ? Map.of(StorageFeature.GROWTH, "libvirt's test driver cannot make volumes larger")
                        : Map.of();
            }
            String reason = LibvirtErrors.last("libvirt has no storage here").getMessage();
            return Map.of(StorageFeature.POOLS, reason, StorageFeature.CHANGES, reason, StorageFeature.GROWTH, reason);
        });
    }

    /** What is done with a pool. */
    private interface Work<T> {
        T with(Pointer pool) throws HypervisorException;
    }

    @Override
    public Map<StorageFeature, String> missing() {
        return missing;
    }

    @Override
    public List<StoragePool> pools() throws HypervisorException {
        String attempt = "Cannot list the storage pools";
        require(StorageFeature.POOLS, attempt);
        return connection.read(on -> {
            PointerByReference list = new PointerByReference();
            int count = ResourceLibrary.virConnectListAllStoragePools(on, list, 0);
            List<StoragePool> pools = new ArrayList<>();
            for (Handle handle : Handle.all(count, list, ResourceLibrary::virStoragePoolFree, attempt)) {
                try (handle) {
                    StoragePool pool = describe(handle.pointer());
                    if (pool != null) {
                        pools.add(pool);
                    }
                }
            }
            return List.copyOf(pools);
        });
    }

    /** Null: it is gone since. */
    private static @Nullable StoragePool describe(Pointer pool) throws HypervisorException {
        Memory info = new Memory(INFO_BYTES);
        Pointer xml = ResourceLibrary.virStoragePoolGetXMLDesc(pool, 0);
        if (xml == null) {
            return null;
        }
        String path = ResourceXml.path(OwnedString.take(xml));
        if (ResourceLibrary.virStoragePoolGetInfo(pool, info) < 0) {
            return null;
        }
        return new StoragePool(
                ResourceLibrary.virStoragePoolGetName(pool),
                STATES.get(Math.floorMod(info.getInt(0), STATES.size())),
                new ByteSize(info.getLong(INFO_CAPACITY)),
                new ByteSize(info.getLong(INFO_ALLOCATION)),
                new ByteSize(info.getLong(INFO_AVAILABLE)),
                path.isEmpty() ? null : path);
    }

    private static StoragePool present(Pointer pool, String attempt) throws HypervisorException {
        StoragePool described = describe(pool);
        if (described == null) {
            throw LibvirtErrors.last(attempt);
        }
        return described;
    }

    private <T> T withPool(StorageFeature needed, String pool, String attempt, Work<T> work)
            throws HypervisorException {
        require(needed, attempt);
        return connection.call(on -> {
            Pointer found = ResourceLibrary.virStoragePoolLookupByName(on, pool);
            try (Handle handle = Handle.found(found, ResourceLibrary::virStoragePoolFree, attempt)) {
                return work.with(handle.pointer());
            }
        });
    }

    @Override
    public StoragePool refresh(String pool) throws HypervisorException {
        String attempt = "Cannot look into storage pool '" + pool + "'";
        return withPool(StorageFeature.POOLS, pool, attempt, found -> {
            Handle.done(ResourceLibrary.virStoragePoolRefresh(found, 0), attempt);
            return present(found, attempt);
        });
    }

    @Override
    public List<StorageVolume> volumes(String pool) throws HypervisorException {
        String attempt = "Cannot list the volumes of storage pool '" + pool + "'";
        return withPool(StorageFeature.POOLS, pool, attempt, found -> {
            PointerByReference list = new PointerByReference();
            int count = ResourceLibrary.virStoragePoolListAllVolumes(found, list, 0);
            List<StorageVolume> volumes = new ArrayList<>();
            for (Handle handle : Handle.all(count, list, ResourceLibrary::virStorageVolFree, attempt)) {
                try (handle) {
                    StorageVolume volume = volume(pool, handle.pointer());
                    if (volume != null) {
                        volumes.add(volume);
                    }
                }
            }
            return List.copyOf(volumes);
        });
    }

    /** Null: it is gone since. */
    private static @Nullable StorageVolume volume(String pool, Pointer volume) throws HypervisorException {
        Memory info = new Memory(INFO_BYTES);
        Pointer xml = ResourceLibrary.virStorageVolGetXMLDesc(volume, 0);
        if (xml == null) {
            return null;
        }
        String description = OwnedString.take(xml);
        if (ResourceLibrary.virStorageVolGetInfo(volume, info) < 0) {
            return null;
        }
        return new StorageVolume(
                pool,
                ResourceLibrary.virStorageVolGetName(volume),
                ResourceXml.path(description),
                ResourceXml.format(description),
                new ByteSize(info.getLong(INFO_CAPACITY)),
                new ByteSize(info.getLong(INFO_ALLOCATION)));
    }

    private static StorageVolume made(String pool, @Nullable Pointer volume, String attempt)
            throws HypervisorException {
        try (Handle handle = Handle.of(volume, ResourceLibrary::virStorageVolFree, attempt)) {
            StorageVolume described = volume(pool, handle.pointer());
            if (described == null) {
                throw LibvirtErrors.last(attempt);
            }
            return described;
        }
    }

    @Override
    public StoragePool definePool(String pool, String folder) throws HypervisorException {
        String attempt = "Cannot define storage pool '" + pool + "'";
        require(StorageFeature.CHANGES, attempt);
        return connection.call(on -> {
            refuseTaken(ResourceLibrary.virStoragePoolLookupByName(on, pool), attempt, pool);
            Pointer made = ResourceLibrary.virStoragePoolDefineXML(on, ResourceXml.folderPool(pool, folder), 0);
            try (Handle handle = Handle.of(made, ResourceLibrary::virStoragePoolFree, attempt)) {
                if (ResourceLibrary.virStoragePoolCreate(handle.pointer(), 0) < 0) {
                    HypervisorException failure = LibvirtErrors.last(attempt);
                    ResourceLibrary.virStoragePoolUndefine(handle.pointer());
                    throw failure.reason() == Reason.INTERNAL
                            ? new HypervisorException(Reason.INVALID_DEFINITION, failure.getMessage())
                            : failure;
                }
                return present(handle.pointer(), attempt);
            }
        });
    }

    private static void refuseTaken(@Nullable Pointer present, String attempt, String name) throws HypervisorException {
        if (present != null) {
            ResourceLibrary.virStoragePoolFree(present);
            throw new HypervisorException(
                    Reason.ALREADY_EXISTS, attempt + ": there is a storage pool with the name '" + name + "'");
        }
    }

    @Override
    public void removePool(String pool) throws HypervisorException {
        String attempt = "Cannot remove storage pool '" + pool + "'";
        withPool(StorageFeature.CHANGES, pool, attempt, found -> {
            if (ResourceLibrary.virStoragePoolIsActive(found) == 1) {
                Handle.done(ResourceLibrary.virStoragePoolDestroy(found), attempt);
            }
            Handle.done(ResourceLibrary.virStoragePoolUndefine(found), attempt);
            return pool;
        });
    }

    @Override
    public StorageVolume create(String pool, String volume, String format, ByteSize capacity)
            throws HypervisorException {
        String attempt = "Cannot create volume '" + volume + "' in storage pool '" + pool + "'";
        String xml = ResourceXml.volume(volume, format, capacity);
        return withPool(StorageFeature.CHANGES, pool, attempt, found -> {
            refuseVolume(found, volume, attempt);
            return made(pool, ResourceLibrary.virStorageVolCreateXML(found, xml, 0), attempt);
        });
    }

    @Override
    public StorageVolume copy(String pool, String volume, String newVolume) throws HypervisorException {
        String attempt = "Cannot copy volume '" + volume + "' of storage pool '" + pool + "' to '" + newVolume + "'";
        return withPool(StorageFeature.CHANGES, pool, attempt, found -> {
            refuseVolume(found, newVolume, attempt);
            try (Handle from = source(found, volume, attempt)) {
                StorageVolume known = volume(pool, from.pointer());
                if (known == null) {
                    throw LibvirtErrors.last(attempt);
                }
                String xml = ResourceXml.volume(newVolume, known.format(), known.capacity());
                return made(pool, ResourceLibrary.virStorageVolCreateXMLFrom(found, xml, from.pointer(), 0), attempt);
            }
        });
    }

    private static void refuseVolume(Pointer pool, String volume, String attempt) throws HypervisorException {
        Pointer present = ResourceLibrary.virStorageVolLookupByName(pool, volume);
        if (present != null) {
            ResourceLibrary.virStorageVolFree(present);
            throw new HypervisorException(
                    Reason.ALREADY_EXISTS, attempt + ": there is a volume with the name '" + volume + "'");
        }
    }

    private static Handle source(Pointer pool, String volume, String attempt) throws HypervisorException {
        return Handle.found(
                ResourceLibrary.virStorageVolLookupByName(pool, volume), ResourceLibrary::virStorageVolFree, attempt);
    }

    @Override
    public StorageVolume grow(String pool, String volume, ByteSize capacity) throws HypervisorException {
        String attempt = "Cannot grow volume '" + volume + "' of storage pool '" + pool + "' to " + capacity;
        return withPool(StorageFeature.GROWTH, pool, attempt, found -> {
            try (Handle handle = source(found, volume, attempt)) {
                StorageVolume known = volume(pool, handle.pointer());
                if (known != null && known.capacity().compareTo(capacity) > 0) {
                    throw new HypervisorException(Reason.INVALID_DEFINITION, attempt + ": it has " + known.capacity());
                }
                Handle.done(ResourceLibrary.virStorageVolResize(handle.pointer(), capacity.bytes(), 0), attempt);
            }
            return made(pool, ResourceLibrary.virStorageVolLookupByName(found, volume), attempt);
        });
    }

    @Override
    public void delete(String pool, String volume) throws HypervisorException {
        String attempt = "Cannot delete volume '" + volume + "' of storage pool '" + pool + "'";
        withPool(StorageFeature.CHANGES, pool, attempt, found -> {
            try (Handle handle = source(found, volume, attempt)) {
                Handle.done(ResourceLibrary.virStorageVolDelete(handle.pointer(), 0), attempt);
            }
            return pool;
        });
    }
}
