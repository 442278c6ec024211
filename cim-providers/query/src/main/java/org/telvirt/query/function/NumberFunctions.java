package org.telvirt.query.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Kind;

/** Functions that read numbers; NULL where the string is none. */
final class NumberFunctions {
    static final List<Function> ALL = List.of(
            Function.of("StringToUint", Kind.TEXT, CimType.UINT64, text -> read(CimType.UINT64, text)),
            Function.of("StringToSint", Kind.TEXT, CimType.SINT64, text -> read(CimType.SINT64, text)),
            Function.of("StringToReal", Kind.TEXT, CimType.REAL64, text -> read(CimType.REAL64, text)),
            Function.of("StringToNumeric", Kind.TEXT, CimType.REAL64, NumberFunctions::numeric));

    private NumberFunctions() {}

    private static @Nullable CimValue read(CimType type, CimValue value) {
        String text = TextFunctions.text(value);
        return text == null ? null : CimLexical.read(type, text);
    }

    /** A whole number where it is one, so that comparisons stay exact. */
    private static @Nullable CimValue numeric(CimValue value) {
        CimValue signed = read(CimType.SINT64, value);
        CimValue whole = signed == null ? read(CimType.UINT64, value) : signed;
        return whole == null ? read(CimType.REAL64, value) : whole;
    }
}
