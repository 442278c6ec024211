package org.telvirt.facility.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.NumberSet;

/**
 * A pool as it is now. Amounts are in the unit of its kind.
 *
 * @param name for people
 * @param pageSize of memory that consists of pages larger than usual, in KiB; null: it does not
 * @param capacity what can be reserved of it; null: it has no bounds that are known
 * @param reserved what active systems can count on, what child pools have, and what is used of it by others
 * @param consumed what guests see of it: processors, bytes of memory, else how many devices
 * @param shares what it has from other pools; empty: it is the host's own
 * @param processors of the host that it consists of and no other pool has; empty: no certain ones
 */
public record Pool(
        PoolId id,
        String name,
        @Nullable Long pageSize,
        @Nullable Long capacity,
        long reserved,
        long consumed,
        List<Share> shares,
        NumberSet processors) {
    /** Copies the list. */
    public Pool {
        shares = List.copyOf(shares);
    }

    /** Whether it is the host's own, and not made by a client. */
    public boolean isPrimordial() {
        return shares.isEmpty();
    }
}
