package org.telvirt.hypervisor.libvirt.resource;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.HostEvent.StoragePoolFilled;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.storage.StoragePool;

/**
 * Notices storage pools that run full, whenever it is told to look: a pool is full with less than a fiftieth of it left,
 * and has room again with twice as much, so that it is not told over and over. What is full at the first look is told.
 */
public final class PoolWatch {
    private static final int FULL = 50;
    private static final int ROOM = 25;

    private final Source source;
    private final boolean seesFolders;
    private final Supplier<Instant> clock;
    private final Consumer<? super HostEvent> out;
    private final Set<String> full = new HashSet<>();

    /** Where the pools are. */
    public interface Source {
        /** All pools. */
        List<StoragePool> pools() throws HypervisorException;
    }

    /** @param seesFolders whether a pool's folder is one of this machine, and not of another with the same path */
    public PoolWatch(Source source, boolean seesFolders, Supplier<Instant> clock, Consumer<? super HostEvent> out) {
        this.source = source;
        this.seesFolders = seesFolders;
        this.clock = clock;
        this.out = out;
    }

    /** Looks, and tells what has changed since the last time; a host that does not answer tells nothing. */
    public synchronized void look() {
        List<StoragePool> pools;
        try {
            pools = source.pools();
        } catch (HypervisorException e) {
            return; // the next look will see
        }
        for (StoragePool pool : pools) {
            if (pool.state() == StoragePool.State.ACTIVE || pool.state() == StoragePool.State.DEGRADED) {
                judge(measured(pool));
            }
        }
        full.removeIf(name -> pools.stream().noneMatch(pool -> pool.name().equals(name)));
    }

    private void judge(StoragePool pool) {
        long available = pool.available().bytes();
        boolean wasFull = full.contains(pool.name());
        boolean isFull = available < pool.capacity().bytes() / (wasFull ? ROOM : FULL);
        if (isFull != wasFull) {
            if (isFull) {
                full.add(pool.name());
            } else {
                full.remove(pool.name());
            }
            String origin = pool.path() == null ? "engine" : pool.path();
            out.accept(
                    new StoragePoolFilled(clock.get(), origin, pool.name(), pool.available(), pool.capacity(), isFull));
        }
    }

    /** libvirt tells what it saw at its last refresh; of a folder that we see, the file system knows better. */
    private StoragePool measured(StoragePool pool) {
        try {
            Path folder = pool.path() == null || !seesFolders ? null : Path.of(pool.path());
            if (folder == null || !Files.isDirectory(folder)) {
                return pool;
            }
            FileStore store = Files.getFileStore(folder);
            ByteSize capacity = new ByteSize(store.getTotalSpace());
            ByteSize available = new ByteSize(store.getUsableSpace());
            ByteSize used = new ByteSize(Math.max(0, capacity.bytes() - available.bytes()));
            return new StoragePool(pool.name(), pool.state(), capacity, used, available, pool.path());
        } catch (IOException e) {
            return pool;
        }
    }
}
