package org.telvirt.cimom.schema;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimPropertyDeclaration;

/**
 * The place of a property in the instances of a class.
 *
 * @param index counts from 0 in the order of the class
 * @param blank the property with its default value, as instances have it that do not say otherwise
 * @param blankWithOrigin the same with its class origin
 */
public record Slot(
        int index,
        CimName name,
        ElementType type,
        boolean key,
        @Nullable CimName origin,
        CimProperty blank,
        CimProperty blankWithOrigin) {

    static Slot of(int index, CimPropertyDeclaration declared) {
        ElementType type = ElementType.of(declared, declared.type());
        CimProperty blank = new CimProperty(declared.name(), type.type(), declared.defaultValue(), null);
        return new Slot(
                index,
                declared.name(),
                type,
                declared.isKey(),
                declared.classOrigin(),
                blank,
                blank.withClassOrigin(declared.classOrigin()));
    }
}
