package org.telvirt.cimxml.codec;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.XmlInput;

/** Makes a whole number of the text of an element; mostly without making a string of it first. */
final class IntegerDecoder implements XmlInput.TextDecoder {
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
    public void decode(byte[] bytes, int from, int to) {
        long number = to == from || to - from > SHORT ? -1 : digits(bytes, from, to);
        // signs, blanks, other radixes and what is out of range are for the rule, not for the hurry
        if (number < 0 || number >>> Math.min(type.bits() - 1, SHORT_BITS) != 0) {
            refused = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            value = CimLexical.read(type, refused);
        } else {
            value = new CimValue.Int(type, number);
        }
    }

    private static long digits(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit >= DECIMAL) {
                return -1;
            }
            number = number * DECIMAL + digit;
        }
        return number;
    }
}
