package org.telvirt.query.syntax;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;

/** How numbers are written: decimal, {@code 0x1F}, {@code 101b} and reals with a point. */
final class Numerals {
    private static final int LONGEST = 80;
    private static final BigInteger UINT64_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private Numerals() {}

    static boolean isInteger(String text) {
        return digits(text) != null;
    }

    static boolean isReal(String text) {
        int point = text.indexOf('.');
        int i = point + 1;
        while (i < text.length() && isDecimal(text.charAt(i))) {
            i++;
        }
        if (i == point + 1) {
            return false;
        }
        if (i == text.length()) {
            return areDecimal(text, 0, point);
        }
        char e = text.charAt(i);
        int exponent =
                i + 1 < text.length() && (text.charAt(i + 1) == '+' || text.charAt(i + 1) == '-') ? i + 2 : i + 1;
        return (e == 'e' || e == 'E')
                && exponent < text.length()
                && areDecimal(text, 0, point)
                && areDecimal(text, exponent, text.length());
    }

    /** The number; null: it fits neither sint64 nor uint64. */
    static CimValue.@Nullable Int integer(String text, boolean negative) {
        String digits = digits(text);
        if (digits == null || digits.length() > LONGEST) {
            return null;
        }
        BigInteger value = new BigInteger(digits, radix(text));
        if (negative) {
            BigInteger below = value.negate();
            return below.bitLength() < Long.SIZE ? new CimValue.Int(CimType.SINT64, below.longValue()) : null;
        }
        if (value.compareTo(UINT64_MAX) > 0) {
            return null;
        }
        return new CimValue.Int(value.bitLength() < Long.SIZE ? CimType.SINT64 : CimType.UINT64, value.longValue());
    }

    /** The number; one too large or small for a real64 becomes an infinity or zero, as in MOF. */
    static CimValue.Real real(String text, boolean negative) {
        double value = Double.parseDouble(text);
        return new CimValue.Real(CimType.REAL64, negative ? -value : value);
    }

    private static int radix(String text) {
        if (isHexadecimal(text)) {
            return 16;
        }
        return isBinary(text) ? 2 : 10;
    }

    private static boolean isHexadecimal(String text) {
        return text.length() > 2 && text.charAt(0) == '0' && (text.charAt(1) == 'x' || text.charAt(1) == 'X');
    }

    private static boolean isBinary(String text) {
        char last = text.charAt(text.length() - 1);
        return last == 'b' || last == 'B';
    }

    private static @Nullable String digits(String text) {
        if (isHexadecimal(text)) {
            for (int i = 2; i < text.length(); i++) {
                if (hexDigit(text.charAt(i)) < 0) {
                    return null;
                }
            }
            return text.substring(2);
        }
        if (isBinary(text)) {
            String bits = text.substring(0, text.length() - 1);
            return !bits.isEmpty() && bits.chars().allMatch(c -> c == '0' || c == '1') ? bits : null;
        }
        return areDecimal(text, 0, text.length()) ? text : null;
    }

    private static boolean areDecimal(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDecimal(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDecimal(char c) {
        return c >= '0' && c <= '9';
    }

    static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
