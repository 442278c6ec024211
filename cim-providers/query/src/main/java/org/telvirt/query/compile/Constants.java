package org.telvirt.query.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.Qualified;
import org.telvirt.cim.QualifierNames;
import org.telvirt.query.operand.Constant;
import org.telvirt.query.syntax.Expression;

/** Constants: as written, and by the names that ValueMap and Values give them. */
final class Constants {
    private Constants() {}

    static Typed of(Expression.Literal literal) {
        CimValue value = literal.value();
        if (value == null) {
            return Typed.unknown(new Constant(null));
        }
        return new Typed(
                new Constant(value),
                CimProperty.of(QualifierNames.VALUES, value).type(),
                null,
                null);
    }

    /** The value that a property's Values qualifier gives a name; null: it gives none, or not one value. */
    static @Nullable CimValue symbolic(CimPropertyDeclaration property, String symbol) {
        int place = texts(property, QualifierNames.VALUES).indexOf(symbol);
        if (place < 0) {
            return null;
        }
        List<String> map = texts(property, QualifierNames.VALUE_MAP);
        CimType type = property.type().type();
        if (map.isEmpty()) {
            return CimLexical.read(type, String.valueOf(place));
        }
        // a range of values, such as 8..15, is not one
        return place < map.size() ? CimLexical.read(type, map.get(place)) : null;
    }

    private static List<String> texts(Qualified property, CimName qualifier) {
        List<String> texts = new ArrayList<>();
        CimQualifier found = property.qualifier(qualifier);
        if (found != null && found.value() instanceof CimValue.Array array) {
            for (@Nullable CimValue element : array.elements()) {
                texts.add(element instanceof CimValue.Text text ? text.value() : "");
            }
        }
        return texts;
    }
}
