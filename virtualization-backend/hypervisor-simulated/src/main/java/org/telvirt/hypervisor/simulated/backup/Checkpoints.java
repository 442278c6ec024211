package org.telvirt.hypervisor.simulated.backup;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.backup.Checkpoint;

/** The checkpoints of one domain, oldest first; touched only under the host's lock. */
public final class Checkpoints {
    private final Map<String, Mark> byName = new LinkedHashMap<>();

    /**
     * A checkpoint.
     *
     * @param written how much the guest had written to each disk then
     */
    record Mark(Checkpoint checkpoint, long written) {}

    List<Checkpoint> list() {
        return byName.values().stream().map(Mark::checkpoint).toList();
    }

    /** Null: there is none of this name. */
    @Nullable
    Mark find(String name) {
        return byName.get(name);
    }

    void add(String name, Instant now, Collection<String> disks, long written) {
        String parent = null;
        for (String one : byName.keySet()) {
            parent = one;
        }
        byName.put(name, new Mark(new Checkpoint(name, now, parent, new TreeSet<>(disks)), written));
    }

    /** Its child becomes that of its parent; false: there is none of this name. */
    boolean remove(String name) {
        Mark gone = byName.remove(name);
        if (gone != null) {
            byName.replaceAll((key, mark) -> name.equals(mark.checkpoint().parent())
                    ? new Mark(
                            new Checkpoint(
                                    key,
                                    mark.checkpoint().time(),
                                    gone.checkpoint().parent(),
                                    mark.checkpoint().disks()),
                            mark.written())
                    : mark);
        }
        return gone != null;
    }
}
