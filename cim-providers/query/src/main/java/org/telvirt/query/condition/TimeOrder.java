package org.telvirt.query.condition;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimValue;

/**
 * Datetimes in time, whatever their offsets from UTC. One with unknown fields stands for all that it may be, so that
 * between it and another several relations may hold (DSP0004 §5.2.4). Times and intervals are not compared.
 */
final class TimeOrder {
    private static final int FRACTION = 15;
    private static final int OFFSET = 21;

    private TimeOrder() {}

    static int compare(CimDateTime a, CimValue other) {
        CimDateTime b = time(other);
        if (b == null || a.isInterval() != b.isInterval()) {
            return ValueOrder.INCOMPARABLE;
        }
        int firstStarts = earliest(a).compareTo(earliest(b));
        if (!isOpen(a) && !isOpen(b)) {
            return ValueOrder.of(firstStarts);
        }
        Duration lastA = latest(a);
        Duration lastB = latest(b);
        int possible = 0;
        if (earliest(a).compareTo(lastB) < 0) {
            possible |= ValueOrder.LESS;
        }
        if (earliest(b).compareTo(lastA) < 0) {
            possible |= ValueOrder.GREATER;
        }
        boolean meet = earliest(a).compareTo(lastB) <= 0 && earliest(b).compareTo(lastA) <= 0;
        return meet ? possible | ValueOrder.EQUAL : possible;
    }

    private static @Nullable CimDateTime time(CimValue value) {
        if (value instanceof CimValue.DateTime time) {
            return time.value();
        }
        return value instanceof CimValue.Text text && CimDateTime.isValid(text.value())
                ? new CimDateTime(text.value())
                : null;
    }

    private static boolean isOpen(CimDateTime time) {
        return time.text().indexOf('*') >= 0;
    }

    /** The earliest it may be, since 1970 or as a length. */
    static Duration earliest(CimDateTime time) {
        if (time.isInterval()) {
            return time.toDuration();
        }
        return Duration.between(Instant.EPOCH, time.toInstant());
    }

    private static Duration latest(CimDateTime time) {
        if (!isOpen(time)) {
            return earliest(time);
        }
        return earliest(new CimDateTime(time.isInterval() ? longest(time.text()) : last(time.text())));
    }

    private static String longest(String text) {
        return filled(text, "99999999235959.999999:000");
    }

    private static String last(String text) {
        String filled = filled(text, "99991228235959.999999+000");
        if (text.charAt(6) != '*') {
            return filled;
        }
        // the day is unknown, and a month has as many days as it has
        for (int day = 31; day > 28; day--) {
            String candidate = filled.substring(0, 6) + day + filled.substring(8);
            if (CimDateTime.isValid(candidate)) {
                return candidate;
            }
        }
        return filled;
    }

    private static String filled(String text, String highest) {
        StringBuilder filled = new StringBuilder(text);
        for (int i = 0; i < FRACTION; i++) {
            if (text.charAt(i) == '*') {
                filled.setCharAt(i, highest.charAt(i));
            }
        }
        for (int i = FRACTION; i < OFFSET; i++) {
            if (text.charAt(i) == '*') {
                filled.setCharAt(i, '9');
            }
        }
        return filled.toString();
    }
}
