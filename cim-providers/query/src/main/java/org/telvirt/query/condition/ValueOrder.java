package org.telvirt.query.condition;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;

/**
 * How a language relates two values: as the set of what may hold between them, a sum of {@link #LESS}, {@link #EQUAL}
 * and {@link #GREATER}. It has one element but for datetimes with unknown fields, between which several may hold.
 */
public enum ValueOrder {
    /** Strings regardless of case; TRUE is 1 and FALSE 0. */
    WQL(true, Truth.UNKNOWN),
    /** Strings by code point. */
    CQL(false, Truth.UNKNOWN),
    /** Strings by code point; what is NULL fulfils no comparison. */
    FQL(false, Truth.FALSE);

    /** The first may be less. */
    public static final int LESS = 1;
    /** They may be equal. */
    public static final int EQUAL = 2;
    /** The first may be greater. */
    public static final int GREATER = 4;
    /** They differ and neither is less: one is not a number. */
    public static final int UNORDERED = 8;
    /** Nothing can be said: the values are of kinds that are not compared. */
    public static final int INCOMPARABLE = 0;

    private final boolean relaxed;
    private final Truth ofNull;

    ValueOrder(boolean relaxed, Truth ofNull) {
        this.relaxed = relaxed;
        this.ofNull = ofNull;
    }

    /** Whether case means nothing. */
    public boolean ignoresCase() {
        return relaxed;
    }

    /** What comparisons with NULL are. */
    public Truth ofNull() {
        return ofNull;
    }

    /** What may hold between two values. */
    public int compare(CimValue a, CimValue b) {
        if (NumberOrder.isNumber(a) && NumberOrder.isNumber(b)) {
            return NumberOrder.compare(a, b);
        } else if (a instanceof CimValue.DateTime x) {
            return TimeOrder.compare(x.value(), b);
        } else if (b instanceof CimValue.DateTime y) {
            return mirrored(TimeOrder.compare(y.value(), a));
        }
        String x = text(a);
        String y = x == null ? null : text(b);
        return x == null || y == null ? others(a, b) : of(strings(x, y));
    }

    private int others(CimValue a, CimValue b) {
        if (a instanceof CimValue.Bool x && b instanceof CimValue.Bool y) {
            return x.value() == y.value() ? EQUAL : LESS | GREATER;
        } else if (a instanceof CimValue.Reference x && b instanceof CimValue.Reference y) {
            return PathIdentity.same(x.path(), y.path()) ? EQUAL : LESS | GREATER;
        } else if (relaxed && (a instanceof CimValue.Bool || b instanceof CimValue.Bool)) {
            return booleanNumber(a, b);
        }
        return INCOMPARABLE;
    }

    private static int booleanNumber(CimValue a, CimValue b) {
        CimValue x = number(a);
        CimValue y = number(b);
        return NumberOrder.isNumber(x) && NumberOrder.isNumber(y) ? NumberOrder.compare(x, y) : INCOMPARABLE;
    }

    private static CimValue number(CimValue value) {
        return value instanceof CimValue.Bool bool ? NumberOrder.of(bool.value() ? 1 : 0) : value;
    }

    private static @Nullable String text(CimValue value) {
        if (value instanceof CimValue.Text text) {
            return text.value();
        } else if (value instanceof CimValue.Char character) {
            return String.valueOf(character.value());
        }
        return value instanceof CimValue.Lexical lexical ? lexical.text() : null;
    }

    private int strings(String x, String y) {
        return relaxed ? x.compareToIgnoreCase(y) : compareCodePoints(x, y);
    }

    /** Unlike {@link String#compareTo}, puts characters beyond the first 65,536 after all of those. */
    static int compareCodePoints(String x, String y) {
        int length = Math.min(x.length(), y.length());
        for (int i = 0; i < length; i++) {
            char a = x.charAt(i);
            char b = y.charAt(i);
            if (a != b) {
                boolean sameKind = Character.isSurrogate(a) == Character.isSurrogate(b);
                return sameKind ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(x.length(), y.length());
    }

    /** The set for the result of a comparison. */
    static int of(int comparison) {
        return comparison < 0 ? LESS : comparison > 0 ? GREATER : EQUAL;
    }

    private static int mirrored(int possible) {
        int less = (possible & GREATER) == 0 ? 0 : LESS;
        int greater = (possible & LESS) == 0 ? 0 : GREATER;
        return (possible & (EQUAL | UNORDERED)) | less | greater;
    }
}
