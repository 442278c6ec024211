package org.telvirt.cim;

import org.jspecify.annotations.Nullable;

/**
 * A property of an instance.
 *
 * @param value null: NULL
 * @param classOrigin the class that introduced the property; null: not said
 */
public record CimProperty(
        CimName name,
        CimDataType type,
        @Nullable CimValue value,
        @Nullable CimName classOrigin) {

    /** A property with a value whose type goes without saying. */
    public static CimProperty of(CimName name, CimValue value) {
        return new CimProperty(name, CimDataTypes.of(value), value, null);
    }

    /** The same property with another value. */
    public CimProperty withValue(@Nullable CimValue other) {
        return new CimProperty(name, type, other, classOrigin);
    }

    /** The same property with this class origin. */
    public CimProperty withClassOrigin(@Nullable CimName origin) {
        return new CimProperty(name, type, value, origin);
    }
}
