package org.telvirt.query.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Numbers;
import org.telvirt.query.operand.Operand;

/**
 * Something selected.
 *
 * @param name what it is called in results
 * @param type null: not known before there is a value
 * @param declaration the property that it is; null: it is computed
 */
public record Column(
        CimName name,
        Operand operand,
        @Nullable CimDataType type,
        @Nullable CimPropertyDeclaration declaration) {

    /** The property that it makes of a row. */
    CimProperty of(Frame frame) {
        return property(operand.value(frame));
    }

    /** The property with this value. */
    CimProperty property(@Nullable CimValue value) {
        if (type == null) {
            return value == null
                    ? new CimProperty(name, CimDataType.of(CimType.STRING), null, null)
                    : CimProperty.of(name, value);
        }
        CimName origin = declaration == null ? null : declaration.classOrigin();
        return new CimProperty(name, type, value == null ? null : fit(value, type), origin);
    }

    /** Functions of numbers may give whole ones where the column is of real ones. */
    private static CimValue fit(CimValue value, CimDataType type) {
        Double real = type.type().isReal() && value instanceof CimValue.Int ? Numbers.real(value) : null;
        return real == null ? value : new CimValue.Real(type.type(), real);
    }

    /** Its declaration in the class of the results. */
    CimPropertyDeclaration declared() {
        CimDataType declared = type == null ? CimDataType.of(CimType.STRING) : type;
        List<CimQualifier> qualifiers = declaration == null ? List.of() : declaration.qualifiers();
        return new CimPropertyDeclaration(name, declared, null, qualifiers, ResultClass.NAME, false);
    }
}
