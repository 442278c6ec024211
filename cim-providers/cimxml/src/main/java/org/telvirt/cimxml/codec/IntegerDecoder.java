package org.telvirt.cimxml.codec;

import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;

/** Makes a whole number of the characters of an element; mostly without making a string of them first. */
final class IntegerDecoder extends TypedValueDecoder {
    // digits of a number that cannot overflow
    private static final int SHORT = 18;
    private static final int SHORT_BITS = 62;
    private static final int DECIMAL = 10;

    private final CimType type;
    private @Nullable CimValue value;
    private String refused = "";

    IntegerDecoder(CimType type) {
        this.type = type;
    }

    /** The number; null: see {@link #refused}. */
    @Nullable
    CimValue value() {
        return value;
    }

    /** The text that is no number of the type. */
    String refused() {
        return refused;
    }

    @Override
    public void decode(String input) {
        value = CimLexical.read(type, input);
        refused = input;
    }

    @Override
    public void decode(char[] buffer, int start, int end) {
        long number = end - start > SHORT ? -1 : digits(buffer, start, end);
        // signs, other radixes and what is out of range are for the rule, not for the hurry
        if (number < 0 || number >>> Math.min(type.bits() - 1, SHORT_BITS) != 0) {
            decode(new String(buffer, start, end - start));
        } else {
            value = new CimValue.Int(type, number);
        }
    }

    private static long digits(char[] buffer, int start, int end) {
        long number = 0;
        for (int i = start; i < end; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit >= DECIMAL) {
                return -1;
            }
            number = number * DECIMAL + digit;
        }
        return number;
    }

    @Override
    public void handleEmptyValue() {
        value = null;
    }
}
