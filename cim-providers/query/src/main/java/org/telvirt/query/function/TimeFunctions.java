package org.telvirt.query.function;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Kind;
import org.telvirt.query.operand.Numbers;
import org.telvirt.query.operand.TimeArithmetic;

/** Functions of time. Microseconds of a point in time count from the first of January of the year 0, UTC. */
final class TimeFunctions {
    static final List<Function> ALL = List.of(
            new Function(
                    "CurrentDateTime", List.of(), CimType.DATETIME, (none, frame) -> TimeArithmetic.time(frame.now())),
            Function.of("DateTime", Kind.TEXT, CimType.DATETIME, TimeFunctions::dateTime),
            Function.of("DateTimeToMicrosecond", Kind.TIME, CimType.UINT64, TimeFunctions::microseconds),
            Function.of("MicrosecondToTimestamp", Kind.NUMBER, CimType.DATETIME, TimeFunctions::timestamp),
            Function.of("MicrosecondToInterval", Kind.NUMBER, CimType.DATETIME, TimeFunctions::interval));

    private static final Instant YEAR_ZERO = Instant.parse("0000-01-01T00:00:00Z");
    // the last that a datetime can say fits well
    private static final int MOST_BITS = 63;

    private TimeFunctions() {}

    private static @Nullable CimValue dateTime(CimValue value) {
        String text = TextFunctions.text(value);
        return CimDateTime.isValid(text) && text != null ? new CimValue.DateTime(new CimDateTime(text)) : null;
    }

    private static @Nullable CimValue microseconds(CimValue value) {
        if (!(value instanceof CimValue.DateTime time) || time.value().text().indexOf('*') >= 0) {
            return null;
        }
        Duration length = time.value().isInterval()
                ? time.value().toDuration()
                : Duration.between(YEAR_ZERO, time.value().toInstant());
        BigInteger micros = BigInteger.valueOf(length.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000))
                .add(BigInteger.valueOf(length.getNano() / 1_000));
        return Numbers.fit(CimType.UINT64, micros);
    }

    private static @Nullable CimValue timestamp(CimValue value) {
        Duration length = length(value);
        return length == null ? null : TimeArithmetic.time(YEAR_ZERO.plus(length));
    }

    private static @Nullable CimValue interval(CimValue value) {
        Duration length = length(value);
        return length == null ? null : TimeArithmetic.interval(length);
    }

    private static @Nullable Duration length(CimValue value) {
        BigInteger micros = Numbers.whole(value);
        return micros == null || micros.signum() < 0 || micros.bitLength() > MOST_BITS
                ? null
                : Duration.of(micros.longValue(), ChronoUnit.MICROS);
    }
}
