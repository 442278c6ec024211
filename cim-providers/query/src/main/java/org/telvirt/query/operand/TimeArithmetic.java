package org.telvirt.query.operand;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimValue;

/**
 * Sums and differences of datetimes (DSP0004 §5.2.4): a time and an interval make a time, two intervals an interval,
 * the difference of two times is an interval. NULL otherwise, for unknown fields, and beyond what a datetime can say.
 */
public record TimeArithmetic(boolean sum, Operand left, Operand right) implements Operand {
    private static final int LAST_YEAR = 9999;
    private static final long INTERVAL_DAYS = 100_000_000L;

    @Override
    public @Nullable CimValue value(Frame frame) {
        if (!(left.value(frame) instanceof CimValue.DateTime a)
                || !(right.value(frame) instanceof CimValue.DateTime b)) {
            return null;
        }
        return isKnown(a.value()) && isKnown(b.value()) ? of(a.value(), b.value()) : null;
    }

    private static boolean isKnown(CimDateTime time) {
        return time.text().indexOf('*') < 0;
    }

    private @Nullable CimValue of(CimDateTime a, CimDateTime b) {
        if (a.isInterval() && b.isInterval()) {
            return interval(
                    sum ? a.toDuration().plus(b.toDuration()) : a.toDuration().minus(b.toDuration()));
        } else if (!a.isInterval() && b.isInterval()) {
            return time(sum ? a.toInstant().plus(b.toDuration()) : a.toInstant().minus(b.toDuration()));
        } else if (a.isInterval() && sum) {
            return time(b.toInstant().plus(a.toDuration()));
        }
        return a.isInterval() || sum ? null : interval(Duration.between(b.toInstant(), a.toInstant()));
    }

    /** The time; null: its year has not four digits. */
    public static @Nullable CimValue time(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 0 && year <= LAST_YEAR ? new CimValue.DateTime(CimDateTime.of(instant)) : null;
    }

    /** The interval; null: it is negative or too long. */
    public static @Nullable CimValue interval(Duration length) {
        return !length.isNegative() && length.toDays() < INTERVAL_DAYS
                ? new CimValue.DateTime(CimDateTime.of(length))
                : null;
    }
}
