package org.telvirt.hypervisor.statistics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What has gone to or come from a disk, one way.
 *
 * @param requests how many
 * @param bytes that they moved
 * @param time from the beginning to the end of each, added up: it grows faster than the clock when several are under way
 */
public record Transfer(
        @Nullable Long requests,
        @Nullable Long bytes,
        @Nullable Duration time) {
    /** Of which nothing is known. */
    public static final Transfer UNKNOWN = new Transfer(null, null, null);

    /**
     * How long a request took since an earlier sample, on average.
     *
     * @return null: there was none, the counters began anew, or the platform does not tell
     */
    public @Nullable Duration meanLatencySince(Transfer earlier) {
        if (requests == null || time == null || earlier.requests == null || earlier.time == null) {
            return null;
        }
        long count = requests - earlier.requests;
        Duration spent = time.minus(earlier.time);
        return count <= 0 || spent.isNegative() ? null : spent.dividedBy(count);
    }
}
