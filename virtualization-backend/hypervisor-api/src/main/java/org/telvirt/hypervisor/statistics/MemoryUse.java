package org.telvirt.hypervisor.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * The memory of a domain. What lies inside the guest, its driver must tell.
 *
 * @param actual what it has now
 * @param maximum what it can have
 * @param resident what it occupies on the host, its emulation included
 * @param available what its guest sees of {@code actual}
 * @param unused what its guest leaves quite unused
 * @param usable what its guest could give to new programs without swapping
 * @param caches of disks, in its guest
 * @param swappedIn by its guest, since its start
 * @param swappedOut by its guest, since its start
 * @param majorFaults page faults of its guest that needed a disk
 * @param minorFaults page faults of its guest that did not
 * @param guestTold when its guest told the above; null: it never did
 */
public record MemoryUse(
        @Nullable ByteSize actual,
        @Nullable ByteSize maximum,
        @Nullable ByteSize resident,
        @Nullable ByteSize available,
        @Nullable ByteSize unused,
        @Nullable ByteSize usable,
        @Nullable ByteSize caches,
        @Nullable ByteSize swappedIn,
        @Nullable ByteSize swappedOut,
        @Nullable Long majorFaults,
        @Nullable Long minorFaults,
        @Nullable Instant guestTold) {
    /** Of which nothing is known but how much there is. */
    public static MemoryUse of(@Nullable ByteSize actual, @Nullable ByteSize maximum, @Nullable ByteSize resident) {
        return new MemoryUse(actual, maximum, resident, null, null, null, null, null, null, null, null, null);
    }
}
