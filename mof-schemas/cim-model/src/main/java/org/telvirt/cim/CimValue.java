package org.telvirt.cim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that is not NULL; NULL is the absence of a value (a Java null). Factories that CIM code reads well are in
 * {@link CimValues}.
 */
public sealed interface CimValue {

    /** A boolean. */
    record Bool(boolean value) implements CimValue {}

    /**
     * A whole number of any width.
     *
     * @param type one of the integer types
     * @param bits the value; for uint64 the unsigned bits, so that 2^64-1 is -1
     */
    record Int(CimType type, long bits) implements CimValue {
        /** The number in decimal digits, unsigned where the type is. */
        @Override
        public String toString() {
            return type == CimType.UINT64 ? Long.toUnsignedString(bits) : Long.toString(bits);
        }
    }

    /** A floating-point number of type real32 or real64. */
    record Real(CimType type, double value) implements CimValue {}

    /** One UCS-2 character. */
    record Char(char value) implements CimValue {}

    /** A string. */
    record Text(String value) implements CimValue {}

    /** A point in time or an interval. */
    record DateTime(CimDateTime value) implements CimValue {}

    /** A reference to an instance or a class. */
    record Reference(CimObjectPath path) implements CimValue {}

    /** An embedded instance or class. */
    record Embedded(CimObject object) implements CimValue {}

    /**
     * An array; empty, not NULL.
     *
     * @param elementType the type of each element; string for embedded objects
     * @param elements in order; a null element is NULL
     */
    record Array(CimType elementType, List<@Nullable CimValue> elements) implements CimValue {
        /** Copies the elements. */
        public Array {
            elements = Collections.unmodifiableList(new ArrayList<>(elements));
        }
    }

    /**
     * A value whose sender left its type out, as CIM-XML allows for parameters and keys. Only the object manager, which
     * knows the declared type, turns it into one of the others.
     *
     * @param text the text as it was sent
     */
    record Lexical(String text) implements CimValue {}
}
