package org.telvirt.cimom.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;

/** Whether a value is of a type (DSP0004 §5.2); of what is embedded or referred to only that it is. */
final class Fit {
    private Fit() {}

    static boolean fits(CimDataType type, CimValue value) {
        if (!type.array()) {
            return fitsOne(type, value);
        }
        return value instanceof CimValue.Array array && fitsAll(type, array);
    }

    private static boolean fitsAll(CimDataType type, CimValue.Array array) {
        if (array.elementType() != type.type()) {
            return false;
        }
        List<@Nullable CimValue> elements = array.elements();
        for (int i = 0; i < elements.size(); i++) {
            CimValue element = elements.get(i);
            if (element != null && !fitsOne(type, element)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a single value of the type, or of its elements. */
    static boolean fitsOne(CimDataType type, CimValue value) {
        if (type.embeds()) {
            return value instanceof CimValue.Embedded;
        } else if (value instanceof CimValue.Text) {
            return type.type() == CimType.STRING;
        } else if (value instanceof CimValue.Int number) {
            return type.type() == number.type();
        } else if (value instanceof CimValue.Bool) {
            return type.type() == CimType.BOOLEAN;
        } else if (value instanceof CimValue.DateTime) {
            return type.type() == CimType.DATETIME;
        } else if (value instanceof CimValue.Reference) {
            return type.type() == CimType.REFERENCE;
        } else if (value instanceof CimValue.Real real) {
            return type.type() == real.type();
        }
        return value instanceof CimValue.Char && type.type() == CimType.CHAR16;
    }

    /** What a value is, for messages. */
    static String describe(CimValue value) {
        if (value instanceof CimValue.Array array) {
            return "an array of " + array.elementType();
        } else if (value instanceof CimValue.Embedded) {
            return "an embedded object";
        } else if (value instanceof CimValue.Reference reference) {
            return "a reference to " + reference.path();
        }
        String text = String.valueOf(LexicalText.of(value));
        String type = value instanceof CimValue.Int number ? number.type() + " " : "";
        return type + "'" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "'";
    }
}
