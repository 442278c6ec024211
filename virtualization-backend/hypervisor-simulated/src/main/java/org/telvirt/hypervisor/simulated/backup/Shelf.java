package org.telvirt.hypervisor.simulated.backup;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.backup.Backups;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.simulated.resource.Resources;

/** The copies of a host, and how making them goes wrong; touched only under the host's lock. */
public final class Shelf {
    /** Of disks that are no volume of a pool. */
    private static final ByteSize USUAL_SIZE = ByteSize.ofMebibytes(1024);

    private final Resources resources;
    private final Map<String, Copy> copies = new TreeMap<>();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private @Nullable DataRate rate; // null: at once

    /** A file. */
    private record Copy(ByteSize size, Instant made, boolean isWhole) {}

    /** A failure to come. */
    record Fault(ByteSize after, HypervisorException failure) {}

    /** Empty. */
    public Shelf(Resources resources) {
        this.resources = resources;
    }

    /** Lets disks be copied at this rate; null: as fast as backups may. */
    public void slow(@Nullable DataRate other) {
        rate = other;
    }

    /** Lets the next backup fail. */
    public void failNext(ByteSize after, HypervisorException failure) {
        faults.add(new Fault(after, failure));
    }

    /** What is there. */
    public Map<String, ByteSize> files() {
        Map<String, ByteSize> files = new TreeMap<>();
        copies.forEach((path, copy) -> files.put(path, copy.size()));
        return files;
    }

    @Nullable
    DataRate rate() {
        return rate;
    }

    /** Null: the next backup goes well. */
    @Nullable
    Fault takeFault() {
        return faults.poll();
    }

    /** How large a disk is. */
    ByteSize sizeOf(Disk disk) {
        ByteSize known = disk.medium() == null
                ? null
                : resources.capacityAt(disk.medium().location());
        return known == null ? USUAL_SIZE : known;
    }

    boolean has(String path) {
        return copies.containsKey(path);
    }

    static String partial(String file) {
        return file + Backups.PARTIAL;
    }

    void begin(String file, ByteSize size, Instant now) {
        copies.put(partial(file), new Copy(size, now, false));
    }

    /** All that was to be copied is in them. */
    void complete(Collection<String> files) {
        files.forEach(file ->
                copies.computeIfPresent(partial(file), (path, copy) -> new Copy(copy.size(), copy.made(), true)));
    }

    /** Whether these are whole, and made since then, whatever they are called. */
    boolean areWhole(Collection<String> files, Instant begun) {
        return files.stream().allMatch(file -> {
            Copy copy = copies.getOrDefault(partial(file), copies.get(file));
            return copy != null && copy.isWhole() && !copy.made().isBefore(begun);
        });
    }

    /** Gives files their names. */
    void name(Collection<String> files) {
        for (String file : files) {
            Copy copy = copies.remove(partial(file));
            if (copy != null) {
                copies.put(file, copy);
            }
        }
    }

    /** Removes files that have no name yet; whether there were any. */
    boolean removePartial(Collection<String> files) {
        boolean wereThere = false;
        for (String file : files) {
            wereThere |= copies.remove(partial(file)) != null;
        }
        return wereThere;
    }

    ByteSize size(String file) {
        Copy copy = copies.get(file);
        return copy == null ? ByteSize.ZERO : copy.size();
    }
}
