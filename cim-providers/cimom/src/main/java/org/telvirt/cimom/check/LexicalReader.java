package org.telvirt.cimom.check;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** Reads the text of a value whose type its sender left out (DSP0201 §5.2.4, DSP0004 §5.2). */
final class LexicalReader {
    private static final Pattern REAL = Pattern.compile("[+-]?(\\d+|\\d*\\.\\d+)([eE][+-]?\\d+)?");

    private LexicalReader() {}

    /** The value of this type; null: the text is none. White space around numbers, booleans and datetimes is ignored. */
    static @Nullable CimValue read(CimType type, String text) {
        if (type.isInteger()) {
            return integer(type, text.strip());
        } else if (type.isReal()) {
            return real(type, text.strip());
        }
        return switch (type) {
            case STRING -> new CimValue.Text(text);
            case BOOLEAN -> bool(text.strip());
            case CHAR16 -> text.length() == 1 ? new CimValue.Char(text.charAt(0)) : null;
            case DATETIME -> dateTime(text.strip());
            default -> null;
        };
    }

    private static @Nullable CimValue dateTime(String text) {
        return CimDateTime.isValid(text) ? new CimValue.DateTime(new CimDateTime(text)) : null;
    }

    private static @Nullable CimValue bool(String text) {
        if (text.equalsIgnoreCase("true")) {
            return CimValues.bool(true);
        }
        return text.equalsIgnoreCase("false") ? CimValues.bool(false) : null;
    }

    private static @Nullable CimValue integer(CimType type, String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        boolean hex = digits.regionMatches(true, 0, "0x", 0, 2);
        String bare = hex ? digits.substring(2) : digits;
        if (bare.isEmpty() || Character.digit(bare.charAt(0), 16) < 0) {
            return null;
        }
        try {
            long magnitude = Long.parseUnsignedLong(bare, hex ? 16 : 10);
            return inRange(type, magnitude, negative)
                    ? new CimValue.Int(type, negative ? -magnitude : magnitude)
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean inRange(CimType type, long magnitude, boolean negative) {
        if (type.isUnsigned()) {
            boolean fits = type.bits() == 64 || magnitude >>> type.bits() == 0;
            return fits && (!negative || magnitude == 0);
        }
        long smallest = 1L << (type.bits() - 1);
        return Long.compareUnsigned(magnitude, negative ? smallest : smallest - 1) <= 0;
    }

    private static @Nullable CimValue real(CimType type, String text) {
        return switch (text) {
            case "INF" -> new CimValue.Real(type, Double.POSITIVE_INFINITY);
            case "-INF" -> new CimValue.Real(type, Double.NEGATIVE_INFINITY);
            case "NaN" -> new CimValue.Real(type, Double.NaN);
            default -> REAL.matcher(text).matches() ? finite(type, Double.parseDouble(text)) : null;
        };
    }

    private static CimValue finite(CimType type, double value) {
        return new CimValue.Real(type, type == CimType.REAL32 ? (float) value : value);
    }

    /** The text of a single value, as far as it has one; null: a reference, an array or an embedded object. */
    static @Nullable String text(CimValue value) {
        if (value instanceof CimValue.Lexical lexical) {
            return lexical.text();
        } else if (value instanceof CimValue.Text text) {
            return text.value();
        } else if (value instanceof CimValue.Int || value instanceof CimValue.Real) {
            return value instanceof CimValue.Real real ? String.valueOf(real.value()) : value.toString();
        } else if (value instanceof CimValue.Bool bool) {
            return String.valueOf(bool.value());
        } else if (value instanceof CimValue.DateTime time) {
            return time.value().text();
        } else if (value instanceof CimValue.Char character) {
            return String.valueOf(character.value());
        }
        return null;
    }
}
