package org.telvirt.hypervisor.statistics;

import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * What a domain did with one of its disks, and what the disk takes.
 *
 * @param target the disk's name in its definition, such as {@code vda}
 * @param source the file or device behind it; null: none, or not on this host
 * @param reads from it
 * @param writes to it
 * @param flushes of its caches; they move no bytes
 * @param errors that it answered; null: the platform does not count them
 * @param capacity what its guest sees
 * @param allocation the highest byte that was written
 * @param physical what it takes on the host
 */
public record DiskUse(
        String target,
        @Nullable String source,
        Transfer reads,
        Transfer writes,
        Transfer flushes,
        @Nullable Long errors,
        @Nullable ByteSize capacity,
        @Nullable ByteSize allocation,
        @Nullable ByteSize physical) {}
