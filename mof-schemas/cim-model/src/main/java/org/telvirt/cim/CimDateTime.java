package org.telvirt.cim;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A point in time ({@code yyyymmddhhmmss.mmmmmmsutc}) or an interval ({@code ddddddddhhmmss.mmmmmm:000}); fields of
 * lesser weight may be unknown and are then asterisks (DSP0004 §5.2.4).
 *
 * @param text the 25 characters
 */
public record CimDateTime(String text) {
    private static final int LENGTH = 25;
    private static final int SIGN = 21;
    private static final long MICROS_PER_SECOND = 1_000_000L;
    // where each field of a timestamp and of an interval ends, before the microseconds
    private static final int[] TIMESTAMP_FIELDS = {0, 4, 6, 8, 10, 12, 14};
    private static final int[] INTERVAL_FIELDS = {0, 8, 10, 12, 14};

    /** The zero interval. */
    public static final CimDateTime ZERO_INTERVAL = of(Duration.ZERO);

    /**
     * @throws IllegalArgumentException if the text is neither form; ask {@link #isValid} first for foreign text
     */
    public CimDateTime {
        if (!isValid(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a CIM datetime");
        }
    }

    /** The point in time, to the microsecond, in UTC. */
    public static CimDateTime of(Instant instant) {
        OffsetDateTime t = instant.atOffset(ZoneOffset.UTC);
        return new CimDateTime(digits(t.getYear(), 4)
                + digits(t.getMonthValue(), 2)
                + digits(t.getDayOfMonth(), 2)
                + digits(t.getHour(), 2)
                + digits(t.getMinute(), 2)
                + digits(t.getSecond(), 2)
                + "."
                + digits(t.getNano() / 1000, 6)
                + "+000");
    }

    /**
     * The interval, to the microsecond.
     *
     * @throws IllegalArgumentException if it is negative or 100 million days or longer
     */
    public static CimDateTime of(Duration interval) {
        return new CimDateTime(digits(interval.toDays(), 8)
                + digits(interval.toHoursPart(), 2)
                + digits(interval.toMinutesPart(), 2)
                + digits(interval.toSecondsPart(), 2)
                + "."
                + digits(interval.toNanosPart() / 1000, 6)
                + ":000");
    }

    private static String digits(long value, int width) {
        StringBuilder text = new StringBuilder(width).append(value);
        while (text.length() < width) {
            text.insert(0, '0');
        }
        return text.toString();
    }

    /** Whether the text has one of the two forms, with unknown fields only at its lesser end and a real date and time. */
    public static boolean isValid(@Nullable String text) {
        if (text == null || text.length() != LENGTH || text.charAt(14) != '.') {
            return false;
        }
        boolean interval = text.charAt(SIGN) == ':';
        if (!interval && text.charAt(SIGN) != '+' && text.charAt(SIGN) != '-') {
            return false;
        }
        return isDigits(text, SIGN + 1, LENGTH)
                && (!interval || text.endsWith("000"))
                && hasWholeFields(text, interval ? INTERVAL_FIELDS : TIMESTAMP_FIELDS)
                && (interval ? isTimeOfDay(text) : isRealDate(text));
    }

    private static boolean hasWholeFields(String text, int[] ends) {
        boolean unknown = false;
        for (int i = 1; i < ends.length; i++) {
            boolean starred = text.charAt(ends[i - 1]) == '*';
            if (unknown && !starred) {
                return false;
            }
            unknown = starred;
            if (!(starred ? isStars(text, ends[i - 1], ends[i]) : isDigits(text, ends[i - 1], ends[i]))) {
                return false;
            }
        }
        int star = text.indexOf('*', 15);
        int known = unknown ? 15 : star < 0 ? SIGN : Math.min(star, SIGN);
        return isDigits(text, 15, known) && isStars(text, known, SIGN);
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isStars(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '*') {
                return false;
            }
        }
        return true;
    }

    private static boolean isTimeOfDay(String text) {
        return number(text, 8, 10, 0) < 24 && number(text, 10, 12, 0) < 60 && number(text, 12, 14, 0) < 60;
    }

    private static boolean isRealDate(String text) {
        int year = (int) number(text, 0, 4, 1);
        int month = (int) number(text, 4, 6, 1);
        int day = (int) number(text, 6, 8, 1);
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth())
                && isTimeOfDay(text);
    }

    private static long number(String text, int from, int to, long unknown) {
        long value = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '*') {
                return unknown;
            }
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private static long micros(String text) {
        return number(text.replace('*', '0'), 15, SIGN, 0);
    }

    private static Instant timestamp(String text) {
        LocalDateTime local = LocalDateTime.of(
                (int) number(text, 0, 4, 1),
                (int) number(text, 4, 6, 1),
                (int) number(text, 6, 8, 1),
                (int) number(text, 8, 10, 0),
                (int) number(text, 10, 12, 0),
                (int) number(text, 12, 14, 0),
                (int) micros(text) * 1000);
        int offset = (int) number(text, SIGN + 1, LENGTH, 0) * (text.charAt(SIGN) == '-' ? -60 : 60);
        return local.toInstant(ZoneOffset.UTC).minusSeconds(offset);
    }

    /** Whether it is an interval rather than a point in time. */
    public boolean isInterval() {
        return text.charAt(SIGN) == ':';
    }

    /**
     * The point in time, the earliest one where fields are unknown.
     *
     * @throws IllegalStateException if it is an interval
     */
    public Instant toInstant() {
        if (isInterval()) {
            throw new IllegalStateException(text + " is an interval");
        }
        return timestamp(text);
    }

    /**
     * The length, the shortest one where fields are unknown.
     *
     * @throws IllegalStateException if it is a point in time
     */
    public Duration toDuration() {
        if (!isInterval()) {
            throw new IllegalStateException(text + " is a point in time");
        }
        long seconds = number(text, 0, 8, 0) * 86_400
                + number(text, 8, 10, 0) * 3_600
                + number(text, 10, 12, 0) * 60
                + number(text, 12, 14, 0);
        return Duration.ofSeconds(seconds, micros(text) * (1_000_000_000L / MICROS_PER_SECOND));
    }

    @Override
    public String toString() {
        return text;
    }
}
