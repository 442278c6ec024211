package org.telvirt.hypervisor.migration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * What a migration took.
 *
 * @param name of the domain where it is now
 * @param total from its beginning to its end
 * @param downtime for which its processors stood still; null: nobody can tell
 * @param transferred what went over the network; null: nobody can tell
 * @param isForced whether its maximum time was over and it was paused or moved before its memory for that
 */
public record MigrationResult(
        String name,
        Duration total,
        @Nullable Duration downtime,
        @Nullable ByteSize transferred,
        boolean isForced) {}
