package org.telvirt.facility.pool;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.host.Cell;
import org.telvirt.hypervisor.host.LogicalProcessor;
import org.telvirt.hypervisor.host.PagePool;
import org.telvirt.hypervisor.host.Topology;
import org.telvirt.hypervisor.storage.StoragePool;

/**
 * What the host has to give.
 *
 * @param processors that are online, by number
 * @param memory all of it, in bytes
 * @param pages those larger than usual: how much of the memory consists of them, by size in KiB
 * @param storage the engine's pools by name
 * @param networks the names of the engine's networks
 */
record HostShape(
        SortedSet<Integer> processors,
        long memory,
        SortedMap<Long, Long> pages,
        Map<String, StoragePool> storage,
        Set<String> networks) {
    private static final long KIB = 1024;

    static final HostShape NOTHING = new HostShape(new TreeSet<>(), 0, new TreeMap<>(), Map.of(), Set.of());

    /** What decides from which pool a resource comes. */
    record Layout(Set<Long> pages, Map<String, String> folders, Set<String> networks) {}

    Layout layout() {
        Map<String, String> folders = new LinkedHashMap<>();
        storage.forEach((name, pool) -> {
            if (pool.path() != null) {
                folders.put(pool.path(), name);
            }
        });
        return new Layout(pages.keySet(), folders, networks);
    }

    /** All pools that are the host's own, each with its kind's pool of the host first. */
    List<PoolId> pools() {
        Set<PoolId> ids = new LinkedHashSet<>();
        ids.add(PoolId.host(PoolKind.PROCESSOR));
        ids.add(PoolId.host(PoolKind.MEMORY));
        pages.keySet().forEach(size -> ids.add(PoolId.pages(size)));
        ids.add(PoolId.host(PoolKind.STORAGE));
        storage.keySet().forEach(name -> ids.add(PoolId.storage(name)));
        ids.add(PoolId.host(PoolKind.NETWORK));
        networks.forEach(name -> ids.add(PoolId.network(name)));
        ids.add(PoolId.host(PoolKind.OPTICAL));
        ids.add(PoolId.host(PoolKind.FLOPPY));
        ids.add(PoolId.host(PoolKind.SERIAL));
        return List.copyOf(ids);
    }

    /** Whether the host has this pool. */
    boolean has(PoolId id) {
        String storageName = id.storageName();
        String network = id.networkName();
        if (storageName != null) {
            return storage.containsKey(storageName);
        } else if (network != null) {
            return networks.contains(network);
        }
        Long size = pageSize(id);
        return size == null ? id.equals(PoolId.host(id.kind())) : pages.containsKey(size);
    }

    /** The size in KiB of the pages that a pool consists of; null: it is no pool of pages. */
    @Nullable
    Long pageSize(PoolId id) {
        for (Long size : pages.keySet()) {
            if (PoolId.pages(size).equals(id)) {
                return size;
            }
        }
        return null;
    }

    /** What can be reserved of a pool that the host has; null: nobody knows. */
    @Nullable
    Long capacity(PoolId id) {
        return switch (id.kind()) {
            case PROCESSOR -> (Long) (processors.size() * PoolKind.WHOLE_PROCESSOR);
            case MEMORY -> {
                Long size = pageSize(id);
                yield size == null ? (Long) ordinaryMemory() : pages.get(size);
            }
            case STORAGE -> {
                StoragePool pool = storage.get(Objects.requireNonNullElse(id.storageName(), ""));
                yield pool == null ? null : (Long) pool.capacity().bytes();
            }
            case NETWORK, OPTICAL, FLOPPY, SERIAL -> null;
        };
    }

    private long ordinaryMemory() {
        return memory - pages.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is used of a pool that the host has by whoever filled it. */
    long used(PoolId id) {
        StoragePool pool = storage.get(Objects.requireNonNullElse(id.storageName(), ""));
        return pool == null ? 0 : pool.allocation().bytes();
    }

    /** The numbers of the processors of a machine. */
    static SortedSet<Integer> processors(Topology topology) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (LogicalProcessor processor : topology.processors()) {
            numbers.add(processor.number());
        }
        return numbers;
    }

    /** How much memory consists of larger pages, by their size in KiB; the smallest size is the usual one. */
    static SortedMap<Long, Long> pages(Topology topology) {
        SortedMap<Long, Long> bytes = new TreeMap<>();
        for (Cell cell : topology.cells()) {
            List<PagePool> sizes = cell.pages();
            for (PagePool pages : sizes.subList(Math.min(1, sizes.size()), sizes.size())) {
                ByteSize size = pages.size();
                if (pages.count() > 0) {
                    bytes.merge(size.bytes() / KIB, pages.count() * size.bytes(), Long::sum);
                }
            }
        }
        return bytes;
    }
}
