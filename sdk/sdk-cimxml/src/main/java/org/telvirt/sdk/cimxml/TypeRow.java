package org.telvirt.sdk.cimxml;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metricshub.wbem.javax.cim.CIMDataType;
import org.metricshub.wbem.javax.cim.CIMDateTime;
import org.metricshub.wbem.javax.cim.CIMDateTimeAbsolute;
import org.metricshub.wbem.javax.cim.CIMDateTimeInterval;
import org.metricshub.wbem.javax.cim.UnsignedInteger16;
import org.metricshub.wbem.javax.cim.UnsignedInteger32;
import org.metricshub.wbem.javax.cim.UnsignedInteger64;
import org.metricshub.wbem.javax.cim.UnsignedInteger8;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;

/**
 * One type of values here and in the library; {@link #ALL} is the only table of them. References and embedded objects are
 * paths and instances and have no row.
 *
 * @param java the class of the library's values
 */
record TypeRow(
        CimType type,
        CIMDataType scalar,
        CIMDataType array,
        Class<?> java,
        Function<CimValue, Object> outward,
        Function<Object, CimValue> inward) {

    static final List<TypeRow> ALL = List.of(
            new TypeRow(
                    CimType.BOOLEAN,
                    CIMDataType.BOOLEAN_T,
                    CIMDataType.BOOLEAN_ARRAY_T,
                    Boolean.class,
                    value -> ((CimValue.Bool) value).value(),
                    value -> new CimValue.Bool((Boolean) value)),
            number(
                    CimType.UINT8,
                    CIMDataType.UINT8_T,
                    CIMDataType.UINT8_ARRAY_T,
                    UnsignedInteger8.class,
                    UnsignedInteger8::new),
            number(
                    CimType.UINT16,
                    CIMDataType.UINT16_T,
                    CIMDataType.UINT16_ARRAY_T,
                    UnsignedInteger16.class,
                    UnsignedInteger16::new),
            number(
                    CimType.UINT32,
                    CIMDataType.UINT32_T,
                    CIMDataType.UINT32_ARRAY_T,
                    UnsignedInteger32.class,
                    UnsignedInteger32::new),
            number(
                    CimType.UINT64,
                    CIMDataType.UINT64_T,
                    CIMDataType.UINT64_ARRAY_T,
                    UnsignedInteger64.class,
                    UnsignedInteger64::new),
            number(CimType.SINT8, CIMDataType.SINT8_T, CIMDataType.SINT8_ARRAY_T, Byte.class, Byte::valueOf),
            number(CimType.SINT16, CIMDataType.SINT16_T, CIMDataType.SINT16_ARRAY_T, Short.class, Short::valueOf),
            number(CimType.SINT32, CIMDataType.SINT32_T, CIMDataType.SINT32_ARRAY_T, Integer.class, Integer::valueOf),
            number(CimType.SINT64, CIMDataType.SINT64_T, CIMDataType.SINT64_ARRAY_T, Long.class, Long::valueOf),
            new TypeRow(
                    CimType.REAL32,
                    CIMDataType.REAL32_T,
                    CIMDataType.REAL32_ARRAY_T,
                    Float.class,
                    value -> (float) ((CimValue.Real) value).value(),
                    value -> new CimValue.Real(CimType.REAL32, (Float) value)),
            new TypeRow(
                    CimType.REAL64,
                    CIMDataType.REAL64_T,
                    CIMDataType.REAL64_ARRAY_T,
                    Double.class,
                    value -> ((CimValue.Real) value).value(),
                    value -> new CimValue.Real(CimType.REAL64, (Double) value)),
            new TypeRow(
                    CimType.CHAR16,
                    CIMDataType.CHAR16_T,
                    CIMDataType.CHAR16_ARRAY_T,
                    Character.class,
                    value -> ((CimValue.Char) value).value(),
                    value -> new CimValue.Char((Character) value)),
            new TypeRow(
                    CimType.DATETIME,
                    CIMDataType.DATETIME_T,
                    CIMDataType.DATETIME_ARRAY_T,
                    CIMDateTime.class,
                    value -> time(((CimValue.DateTime) value).value()),
                    value -> new CimValue.DateTime(new CimDateTime(value.toString()))),
            new TypeRow(
                    CimType.STRING,
                    CIMDataType.STRING_T,
                    CIMDataType.STRING_ARRAY_T,
                    String.class,
                    value -> ((CimValue.Text) value).value(),
                    value -> new CimValue.Text((String) value)));

    /** Whole numbers go by their digits. */
    private static TypeRow number(
            CimType type, CIMDataType scalar, CIMDataType array, Class<?> java, Function<String, Object> digits) {
        return new TypeRow(
                type,
                scalar,
                array,
                java,
                value -> digits.apply(value.toString()),
                value -> new CimValue.Int(type, new BigInteger(value.toString()).longValue()));
    }

    private static CIMDateTime time(CimDateTime time) {
        return time.isInterval() ? new CIMDateTimeInterval(time.text()) : new CIMDateTimeAbsolute(time.text());
    }

    /** The row of a type; null: a reference. */
    static @Nullable TypeRow of(CimType type) {
        return ALL.stream().filter(row -> row.type == type).findFirst().orElse(null);
    }

    /** The row of a value of the library; null: none of these types. */
    static @Nullable TypeRow of(Object value) {
        return ALL.stream()
                .filter(row -> row.java.isInstance(value))
                .findFirst()
                .orElse(null);
    }

    CIMDataType dataType(boolean isArray) {
        return isArray ? array : scalar;
    }
}
