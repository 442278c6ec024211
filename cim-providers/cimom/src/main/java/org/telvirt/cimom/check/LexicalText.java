package org.telvirt.cimom.check;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;

/** The text of a value, as CIM-XML and messages have it. */
final class LexicalText {
    private LexicalText() {}

    /** The text of a single value, as far as it has one; null: a reference, an array or an embedded object. */
    static @Nullable String of(CimValue value) {
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
