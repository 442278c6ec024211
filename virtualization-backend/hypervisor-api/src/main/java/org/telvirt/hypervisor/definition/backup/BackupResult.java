package org.telvirt.hypervisor.definition.backup;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * What a backup made.
 *
 * @param disks in the domain's order
 * @param copied what was read from the disks, of an incremental one what had changed; null: nobody can tell
 * @param checkpoint that was made at the same moment; null: none
 * @param total from its beginning to its end
 */
public record BackupResult(
        List<DiskCopy> disks,
        @Nullable ByteSize copied,
        @Nullable String checkpoint,
        Duration total) {
    /** Copies the list. */
    public BackupResult {
        disks = List.copyOf(disks);
    }

    /**
     * The copy of one disk.
     *
     * @param disk its target, such as {@code vda}
     * @param file where it is, absolute
     * @param size of the file, holes included
     */
    public record DiskCopy(String disk, String file, ByteSize size) {}
}
