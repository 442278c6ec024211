package org.telvirt.hypervisor.simulated.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.network.HostNetwork;
import org.telvirt.hypervisor.storage.StorageVolume;

/** The pools and networks that a host has; touched only under its lock. */
public final class Resources {
    final Map<String, Pool> pools = new LinkedHashMap<>();
    final Map<String, HostNetwork> networks = new LinkedHashMap<>();
    private final ByteSize room;

    /** A pool: where it is, what it has room for, and what is in it. */
    record Pool(String folder, ByteSize capacity, Map<String, StorageVolume> volumes) {
        long used() {
            return volumes.values().stream()
                    .mapToLong(volume -> volume.allocation().bytes())
                    .sum();
        }
    }

    /**
     * Nothing yet.
     *
     * @param room that each new pool will have
     */
    public Resources(ByteSize room) {
        this.room = room;
    }

    /** How large the volume at this path is for its guest; null: there is none. */
    public @Nullable ByteSize capacityAt(String path) {
        return pools.values().stream()
                .flatMap(pool -> pool.volumes().values().stream())
                .filter(volume -> volume.path().equals(path))
                .map(StorageVolume::capacity)
                .findFirst()
                .orElse(null);
    }

    Pool newPool(String folder) {
        return new Pool(folder, room, new LinkedHashMap<>());
    }
}
