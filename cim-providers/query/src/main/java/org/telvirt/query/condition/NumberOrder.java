package org.telvirt.query.condition;

import java.math.BigDecimal;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;

/** Numbers of any type by their exact value: uint64 above 2^63 and reals between two whole numbers too. */
final class NumberOrder {
    // whole numbers up to here are reals exactly
    private static final long EXACT = 1L << 53;

    private NumberOrder() {}

    static boolean isNumber(CimValue value) {
        return value instanceof CimValue.Int || value instanceof CimValue.Real;
    }

    static CimValue of(long number) {
        return new CimValue.Int(CimType.SINT64, number);
    }

    static int compare(CimValue a, CimValue b) {
        if (a instanceof CimValue.Int x && b instanceof CimValue.Int y) {
            return ValueOrder.of(wholes(x, y));
        }
        double x = real(a);
        double y = real(b);
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return ValueOrder.UNORDERED;
        } else if ((isExact(a) && isExact(b)) || Double.isInfinite(x) || Double.isInfinite(y)) {
            return ValueOrder.of(x < y ? -1 : x > y ? 1 : 0);
        }
        return ValueOrder.of(exact(a).compareTo(exact(b)));
    }

    private static int wholes(CimValue.Int x, CimValue.Int y) {
        boolean largeX = isLarge(x);
        boolean largeY = isLarge(y);
        return largeX == largeY ? Long.compare(x.bits(), y.bits()) : largeX ? 1 : -1;
    }

    /** Whether it is beyond sint64. Two such compare like their bits. */
    private static boolean isLarge(CimValue.Int number) {
        return number.type() == CimType.UINT64 && number.bits() < 0;
    }

    private static boolean isExact(CimValue value) {
        return value instanceof CimValue.Real
                || (value instanceof CimValue.Int number
                        && !isLarge(number)
                        && number.bits() >= -EXACT
                        && number.bits() <= EXACT);
    }

    private static double real(CimValue value) {
        if (value instanceof CimValue.Real real) {
            return real.value();
        }
        return value instanceof CimValue.Int number ? (isLarge(number) ? 0x1p63 : number.bits()) : Double.NaN;
    }

    private static BigDecimal exact(CimValue value) {
        return value instanceof CimValue.Real real ? new BigDecimal(real.value()) : new BigDecimal(value.toString());
    }
}
