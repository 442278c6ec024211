package org.telvirt.cim;

import org.jspecify.annotations.Nullable;

/** Reads values from text in the forms of DSP0201 §5.3, which the doors and the object manager share. */
public final class CimLexical {
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;

    private CimLexical() {}

    /**
     * The value that the text stands for. Whole numbers may be hexadecimal, such as {@code 0x1F}. Blanks around numbers
     * and booleans mean nothing. Deviates: a real number without a decimal point is taken, because people type 5 for 5.0.
     *
     * @return null: it is not a value of this type; never a value for {@link CimType#REFERENCE}
     */
    public static @Nullable CimValue read(CimType type, String text) {
        return switch (type) {
            case STRING -> new CimValue.Text(text);
            case BOOLEAN -> bool(text.strip());
            case CHAR16 -> text.length() == 1 ? new CimValue.Char(text.charAt(0)) : null;
            case DATETIME -> CimDateTime.isValid(text) ? new CimValue.DateTime(new CimDateTime(text)) : null;
            case REAL32, REAL64 -> real(type, text.strip());
            case REFERENCE -> null;
            default -> integer(type, text.strip());
        };
    }

    private static CimValue.@Nullable Bool bool(String text) {
        if (text.equalsIgnoreCase("true")) {
            return CimValues.bool(true);
        }
        return text.equalsIgnoreCase("false") ? CimValues.bool(false) : null;
    }

    private static CimValue.@Nullable Int integer(CimType type, String text) {
        boolean negative = text.startsWith("-");
        int start = negative || text.startsWith("+") ? 1 : 0;
        boolean hexadecimal = text.startsWith("0x", start) || text.startsWith("0X", start);
        int radix = hexadecimal ? HEXADECIMAL : DECIMAL;
        int first = hexadecimal ? start + 2 : start;
        if (first == text.length()) {
            return null;
        }
        long magnitude = 0;
        for (int i = first; i < text.length(); i++) {
            int digit = digit(text.charAt(i), radix);
            if (digit < 0 || overflows(magnitude, radix, digit)) {
                return null;
            }
            magnitude = magnitude * radix + digit;
        }
        return inRange(type, negative, magnitude) ? new CimValue.Int(type, negative ? -magnitude : magnitude) : null;
    }

    private static boolean overflows(long magnitude, int radix, int digit) {
        // below 2^60 there is always room for one more digit; the division is slow
        return magnitude >>> 60 != 0 && Long.compareUnsigned(magnitude, Long.divideUnsigned(-1L - digit, radix)) > 0;
    }

    private static int digit(char c, int radix) {
        return c < 0x80 ? Character.digit(c, radix) : -1;
    }

    private static boolean inRange(CimType type, boolean negative, long magnitude) {
        if (type.isUnsigned()) {
            long max = -1L >>> (Long.SIZE - type.bits());
            return negative ? magnitude == 0 : Long.compareUnsigned(magnitude, max) <= 0;
        }
        long limit = 1L << (type.bits() - 1);
        return Long.compareUnsigned(magnitude, negative ? limit : limit - 1) <= 0;
    }

    private static CimValue.@Nullable Real real(CimType type, String text) {
        Double value = switch (text) {
            case "INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> number(type, text);
        };
        return value == null ? null : new CimValue.Real(type, value);
    }

    private static @Nullable Double number(CimType type, String text) {
        // Double.parseDouble takes more than DSP0201 does, such as 1f and 0x1p3
        if (!isReal(text)) {
            return null;
        }
        return type == CimType.REAL32 ? (double) Float.parseFloat(text) : Double.parseDouble(text);
    }

    private static boolean isReal(String text) {
        int point = sign(text, 0);
        int fraction = digits(text, point);
        int end = fraction;
        if (fraction < text.length() && text.charAt(fraction) == '.') {
            end = digits(text, fraction + 1);
            if (end == fraction + 1) {
                return false;
            }
        } else if (fraction == point) {
            return false;
        }
        if (end == text.length()) {
            return true;
        }
        int exponent = sign(text, end + 1);
        return (text.charAt(end) == 'e' || text.charAt(end) == 'E')
                && exponent < text.length()
                && digits(text, exponent) == text.length();
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
