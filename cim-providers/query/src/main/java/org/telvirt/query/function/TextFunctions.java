package org.telvirt.query.function;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.query.operand.Kind;

/** Functions that give strings. */
final class TextFunctions {
    static final List<Function> ALL = List.of(
            Function.of("UpperCase", Kind.TEXT, CimType.STRING, TextFunctions::upperCase),
            Function.of("NumericToString", Kind.NUMBER, CimType.STRING, TextFunctions::numericToString));

    private TextFunctions() {}

    private static @Nullable CimValue upperCase(CimValue value) {
        String text = text(value);
        return text == null ? null : CimValues.text(text.toUpperCase(Locale.ROOT));
    }

    private static @Nullable CimValue numericToString(CimValue value) {
        if (value instanceof CimValue.Real real) {
            return CimValues.text(Double.toString(real.value()));
        }
        return value instanceof CimValue.Int number ? CimValues.text(number.toString()) : null;
    }

    /** The string or character; null: it is neither. */
    static @Nullable String text(CimValue value) {
        if (value instanceof CimValue.Char character) {
            return String.valueOf(character.value());
        }
        return value instanceof CimValue.Text text ? text.value() : null;
    }
}
