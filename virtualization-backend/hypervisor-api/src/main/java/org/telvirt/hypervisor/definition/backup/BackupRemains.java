package org.telvirt.hypervisor.definition.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup may have left whose caller is gone.
 *
 * @param files of the disks, absolute, under the names that they get when they are whole
 * @param checkpoint that was to be made; null: none
 * @param begun when it was asked for at the earliest: whatever is older is not of it
 */
public record BackupRemains(List<String> files, @Nullable String checkpoint, Instant begun) {
    /** Copies the list. */
    public BackupRemains {
        files = List.copyOf(files);
    }
}
