package org.telvirt.facility.job;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a job can be seen after its end.
 *
 * @param after from its end; not negative, {@link #LONGEST} at most
 * @param automatic whether it then goes by itself; if not, it stays until somebody removes it, or until there is room for no
 *     other
 */
public record Retention(Duration after, boolean automatic) {
    /** More than anyone needs, and little enough for any timer. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** As CIM_ConcreteJob.TimeBeforeRemoval has it. */
    public static final Retention STANDARD = new Retention(Duration.ofMinutes(5), true);

    public Retention {
        if (after.isNegative() || after.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a job cannot be kept for " + after);
        }
    }

    /** Whether a job that ended then is to be gone by now. */
    public boolean isOver(Instant ended, Instant now) {
        return automatic && !ended.plus(after).isAfter(now);
    }
}
