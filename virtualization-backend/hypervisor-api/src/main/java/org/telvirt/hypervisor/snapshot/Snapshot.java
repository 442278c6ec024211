package org.telvirt.hypervisor.snapshot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;

/**
 * What a domain was at one time.
 *
 * @param description for people; empty: none
 * @param time when it was taken
 * @param state what the domain did then
 * @param parent the name of the one before it; null: it is the first of its branch
 * @param isCurrent whether the domain goes on from it
 */
public record Snapshot(
        DomainId domain,
        String name,
        String description,
        Instant time,
        DomainState state,
        Scope scope,
        Location location,
        @Nullable String parent,
        boolean isCurrent) {
    /** What was kept. */
    public enum Scope {
        /** The disks, as after pulling the plug. */
        DISKS,
        /** Everything: the run goes on from it. */
        MEMORY_AND_DISKS
    }

    /** Where it was kept. */
    public enum Location {
        /** Inside the disks' own files. */
        INTERNAL,
        /** The disks' files stay as they were, and the domain goes on in new ones. */
        EXTERNAL
    }
}
