package org.telvirt.hypervisor.work;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * How far work is.
 *
 * @param elapsed since its beginning
 * @param remaining that it will take; null: nobody can tell
 * @param total all that is to be moved; null: nobody can tell
 * @param processed what has been moved; null: nobody can tell
 */
public record Progress(
        Duration elapsed,
        @Nullable Duration remaining,
        @Nullable ByteSize total,
        @Nullable ByteSize processed) {
    /** Of a hundred; null: nobody can tell. */
    public @Nullable Integer percent() {
        if (total == null || processed == null || total.bytes() == 0) {
            return null;
        }
        return (int) Math.min(100, processed.bytes() * 100 / total.bytes());
    }
}
