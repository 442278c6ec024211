package org.telvirt.hypervisor.definition.backup;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A moment from which an engine knows what has changed on a domain's disks, so that a later backup can copy that alone.
 *
 * @param name unique among those of the domain
 * @param time when it was made
 * @param parent the name of the one before it; null: it is the first
 * @param disks whose changes are known, by target, such as {@code vda}
 */
public record Checkpoint(
        String name, Instant time, @Nullable String parent, SortedSet<String> disks) {
    /** Copies the set. */
    public Checkpoint {
        disks = Collections.unmodifiableSortedSet(new TreeSet<>(disks));
    }
}
