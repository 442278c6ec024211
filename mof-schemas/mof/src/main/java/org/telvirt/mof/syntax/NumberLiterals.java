package org.telvirt.mof.syntax;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.SourceText;

/** Reads numbers: decimal, 0x hexadecimal, 0 octal, binary with a b at its end, and real (DSP0004 §A.1). */
final class NumberLiterals {
    // 64 binary digits and what is around them; reading thousands of digits takes time that grows with their square
    private static final int LONGEST = 80;

    private NumberLiterals() {}

    /** The whole number between two offsets as a value of an integer type. */
    static CimValue.Int integer(SourceText source, int from, int to, CimType type) throws MofException {
        long small = smallDecimal(source.chars(), from, to);
        if (small >= 0 && small <= 127) {
            return new CimValue.Int(type, small);
        }
        BigInteger value = integer(source, from, to);
        BigInteger least = type.isUnsigned()
                ? BigInteger.ZERO
                : BigInteger.ONE.shiftLeft(type.bits() - 1).negate();
        BigInteger most = BigInteger.ONE
                .shiftLeft(type.isUnsigned() ? type.bits() : type.bits() - 1)
                .subtract(BigInteger.ONE);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw source.error(
                    from,
                    source.substring(from, to) + " is out of range for " + type + ", which goes from " + least + " to "
                            + most);
        }
        return new CimValue.Int(type, value.longValue());
    }

    // nearly all numbers of a schema are of this kind
    private static long smallDecimal(char[] text, int from, int to) {
        if (to - from > 3 || (text[from] == '0' && to - from > 1)) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }

    /** The whole number between two offsets. */
    static BigInteger integer(SourceText source, int from, int to) throws MofException {
        if (to - from > LONGEST) {
            throw source.error(from, "This number has more digits than any type can hold");
        }
        String literal = source.substring(from, to);
        boolean signed = literal.charAt(0) == '-' || literal.charAt(0) == '+';
        String digits = (signed ? literal.substring(1) : literal).toLowerCase(Locale.ROOT);
        BigInteger value = magnitude(digits);
        if (value == null) {
            throw source.error(from, literal + " is not a number" + hint(digits));
        }
        return literal.charAt(0) == '-' ? value.negate() : value;
    }

    private static @Nullable BigInteger magnitude(String digits) {
        if (digits.startsWith("0x")) {
            return digits(digits.substring(2), 16);
        } else if (digits.endsWith("b")) {
            return digits(digits.substring(0, digits.length() - 1), 2);
        } else if (digits.length() > 1 && digits.charAt(0) == '0') {
            return digits(digits.substring(1), 8);
        }
        return digits(digits, 10);
    }

    private static @Nullable BigInteger digits(String digits, int radix) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) >= 128 || Character.digit(digits.charAt(i), radix) < 0) {
                return null;
            }
        }
        return digits.isEmpty() ? null : new BigInteger(digits, radix);
    }

    private static String hint(String digits) {
        boolean octal = digits.length() > 1 && digits.charAt(0) == '0' && Character.isDigit(digits.charAt(1));
        return octal && !digits.endsWith("b") ? "; with a 0 in front its digits go from 0 to 7" : "";
    }

    /** The real number, or the whole number in place of one, between two offsets. */
    static CimValue.Real real(SourceText source, int from, int to, CimType type) throws MofException {
        String literal = source.substring(from, to);
        String number = literal;
        if (literal.indexOf('.') < 0) {
            number = integer(source, from, to).toString();
        } else if (!isReal(literal)) {
            throw source.error(from, literal + " is not a real number; write it as 1.5 or 1.5e-3");
        }
        double value = type == CimType.REAL32 ? Float.parseFloat(number) : Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            throw source.error(from, literal + " is out of range for " + type);
        }
        return new CimValue.Real(type, value);
    }

    // [+-]? digit* '.' digit+ ([eE] [+-]? digit+)?
    private static boolean isReal(String literal) {
        int dot = afterDigits(literal, afterSign(literal, 0));
        if (dot >= literal.length() || literal.charAt(dot) != '.') {
            return false;
        }
        int end = afterDigits(literal, dot + 1);
        if (end == dot + 1) {
            return false;
        }
        if (end < literal.length() && (literal.charAt(end) == 'e' || literal.charAt(end) == 'E')) {
            int exponent = afterSign(literal, end + 1);
            end = afterDigits(literal, exponent);
            return end == literal.length() && end > exponent;
        }
        return end == literal.length();
    }

    private static int afterSign(String literal, int from) {
        return from < literal.length() && (literal.charAt(from) == '-' || literal.charAt(from) == '+')
                ? from + 1
                : from;
    }

    private static int afterDigits(String literal, int from) {
        int i = from;
        while (i < literal.length() && literal.charAt(i) >= '0' && literal.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
