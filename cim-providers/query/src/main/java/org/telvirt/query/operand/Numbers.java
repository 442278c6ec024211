package org.telvirt.query.operand;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;

/** Values as the numbers they are. */
public final class Numbers {
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

    private Numbers() {}

    /** The whole number; null: it is none. */
    public static @Nullable BigInteger whole(CimValue value) {
        if (!(value instanceof CimValue.Int number)) {
            return null;
        }
        BigInteger signed = BigInteger.valueOf(number.bits());
        return number.type() == CimType.UINT64 && number.bits() < 0 ? signed.add(TWO_64) : signed;
    }

    /** The number, rounded to a real64; null: it is none. */
    public static @Nullable Double real(CimValue value) {
        if (value instanceof CimValue.Real real) {
            return real.value();
        }
        BigInteger whole = whole(value);
        return whole == null ? null : (Double) whole.doubleValue();
    }

    /** The number as a sint64 or uint64; null: it does not fit. */
    public static CimValue.@Nullable Int fit(CimType type, BigInteger number) {
        boolean fits = type == CimType.UINT64
                ? number.signum() >= 0 && number.bitLength() <= Long.SIZE
                : number.bitLength() < Long.SIZE;
        return fits ? new CimValue.Int(type, number.longValue()) : null;
    }
}
