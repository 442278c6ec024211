package org.telvirt.hypervisor.simulated.resource;

import java.util.List;
import java.util.Map;
import org.telvirt.hypervisor.HostEvent.Change;
import org.telvirt.hypervisor.HostEvent.Kind;
import org.telvirt.hypervisor.HostEvent.ResourceChanged;
import org.telvirt.hypervisor.HostEvent.StoragePoolFilled;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.simulated.resource.Resources.Pool;
import org.telvirt.hypervisor.storage.Storage;
import org.telvirt.hypervisor.storage.StorageFeature;
import org.telvirt.hypervisor.storage.StoragePool;
import org.telvirt.hypervisor.storage.StorageVolume;

/** The storage of a simulated host, where a volume takes all that it promises. Safe for use by many threads. */
public final class SimulatedStorage implements Storage {
    private static final String ORIGIN = "engine";

    private final Access access;
    private final Resources resources;

    public SimulatedStorage(Access access, Resources resources) {
        this.access = access;
        this.resources = resources;
    }

    @Override
    public Map<StorageFeature, String> missing() {
        return Map.of();
    }

    @Override
    public List<StoragePool> pools() throws HypervisorException {
        return access.alone(() -> resources.pools.entrySet().stream()
                .map(entry -> describe(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static StoragePool describe(String name, Pool pool) {
        return new StoragePool(
                name,
                StoragePool.State.ACTIVE,
                pool.capacity(),
                new ByteSize(pool.used()),
                new ByteSize(pool.capacity().bytes() - pool.used()),
                pool.folder());
    }

    private Pool find(String pool) throws HypervisorException {
        Pool found = resources.pools.get(pool);
        if (found == null) {
            throw new HypervisorException(Reason.NOT_FOUND, "There is no storage pool '" + pool + "'");
        }
        return found;
    }

    private static StorageVolume find(Pool pool, String name, String volume) throws HypervisorException {
        StorageVolume found = pool.volumes().get(volume);
        if (found == null) {
            throw new HypervisorException(
                    Reason.NOT_FOUND, "There is no volume '" + volume + "' in storage pool '" + name + "'");
        }
        return found;
    }

    @Override
    public StoragePool refresh(String pool) throws HypervisorException {
        return access.alone(() -> {
            StoragePool described = describe(pool, find(pool));
            tell(pool, Change.UPDATED);
            return described;
        });
    }

    private void tell(String pool, Change change) {
        access.note(now -> new ResourceChanged(now, ORIGIN, Kind.STORAGE_POOL, pool, change));
    }

    @Override
    public List<StorageVolume> volumes(String pool) throws HypervisorException {
        return access.alone(() -> List.copyOf(find(pool).volumes().values()));
    }

    @Override
    public StoragePool definePool(String pool, String folder) throws HypervisorException {
        return access.alone(() -> {
            refuseTaken(resources.pools.containsKey(pool), "Cannot define storage pool '" + pool + "'");
            Pool made = resources.newPool(folder);
            resources.pools.put(pool, made);
            tell(pool, Change.DEFINED);
            tell(pool, Change.STARTED);
            return describe(pool, made);
        });
    }

    private static void refuseTaken(boolean isTaken, String attempt) throws HypervisorException {
        if (isTaken) {
            throw new HypervisorException(Reason.ALREADY_EXISTS, attempt + ": there is one of this name");
        }
    }

    @Override
    public void removePool(String pool) throws HypervisorException {
        access.alone(() -> {
            Pool gone = find(pool);
            resources.pools.remove(pool);
            tell(pool, Change.STOPPED);
            tell(pool, Change.UNDEFINED);
            return gone;
        });
    }

    @Override
    public StorageVolume create(String pool, String volume, String format, ByteSize capacity)
            throws HypervisorException {
        return access.alone(() -> {
            Pool in = find(pool);
            refuseTaken(in.volumes().containsKey(volume), "Cannot create volume '" + volume + "'");
            return put(
                    pool, in, new StorageVolume(pool, volume, in.folder() + "/" + volume, format, capacity, capacity));
        });
    }

    /** Puts it in, in place of what was of its name. */
    private StorageVolume put(String name, Pool pool, StorageVolume volume) throws HypervisorException {
        StorageVolume old = pool.volumes().get(volume.name());
        long before = pool.used();
        long after = before
                - (old == null ? 0 : old.allocation().bytes())
                + volume.allocation().bytes();
        if (after > pool.capacity().bytes()) {
            throw new HypervisorException(
                    Reason.INSUFFICIENT_RESOURCES,
                    "Volume '" + volume.name() + "' of " + volume.capacity() + " does not fit: storage pool '" + name
                            + "' has " + new ByteSize(pool.capacity().bytes() - before) + " left");
        }
        pool.volumes().put(volume.name(), volume);
        tellFull(name, pool, before, after);
        return volume;
    }

    private void tellFull(String name, Pool pool, long before, long after) {
        long capacity = pool.capacity().bytes();
        boolean wasFull = before == capacity;
        boolean isFull = after == capacity;
        if (wasFull != isFull) {
            access.note(now ->
                    new StoragePoolFilled(now, ORIGIN, name, new ByteSize(capacity - after), pool.capacity(), isFull));
        }
    }

    @Override
    public StorageVolume copy(String pool, String volume, String newVolume) throws HypervisorException {
        return access.alone(() -> {
            Pool in = find(pool);
            StorageVolume from = find(in, pool, volume);
            refuseTaken(
                    in.volumes().containsKey(newVolume), "Cannot copy volume '" + volume + "' to '" + newVolume + "'");
            return put(
                    pool,
                    in,
                    new StorageVolume(
                            pool,
                            newVolume,
                            in.folder() + "/" + newVolume,
                            from.format(),
                            from.capacity(),
                            from.allocation()));
        });
    }

    @Override
    public StorageVolume grow(String pool, String volume, ByteSize capacity) throws HypervisorException {
        return access.alone(() -> {
            Pool in = find(pool);
            StorageVolume old = find(in, pool, volume);
            if (old.capacity().compareTo(capacity) > 0) {
                throw new HypervisorException(
                        Reason.INVALID_DEFINITION,
                        "Cannot grow volume '" + volume + "' to " + capacity + ": it has " + old.capacity());
            }
            return put(pool, in, new StorageVolume(pool, volume, old.path(), old.format(), capacity, capacity));
        });
    }

    @Override
    public void delete(String pool, String volume) throws HypervisorException {
        access.alone(() -> {
            Pool in = find(pool);
            StorageVolume gone = find(in, pool, volume);
            long before = in.used();
            in.volumes().remove(volume);
            tellFull(pool, in, before, in.used());
            return gone;
        });
    }
}
