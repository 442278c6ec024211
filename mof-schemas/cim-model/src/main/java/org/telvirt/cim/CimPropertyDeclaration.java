package org.telvirt.cim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property or reference that a class declares.
 *
 * @param defaultValue null: NULL
 * @param classOrigin the class that introduced it; null: not resolved or not said
 * @param propagated whether it is inherited unchanged
 */
public record CimPropertyDeclaration(
        CimName name,
        CimDataType type,
        @Nullable CimValue defaultValue,
        List<CimQualifier> qualifiers,
        @Nullable CimName classOrigin,
        boolean propagated)
        implements Qualified {

    /** Copies the qualifiers. */
    public CimPropertyDeclaration {
        qualifiers = List.copyOf(qualifiers);
    }

    /** Whether it is part of the key of its instances. */
    public boolean isKey() {
        return has(QualifierNames.KEY);
    }

    /** Whether it is a reference. */
    public boolean isReference() {
        return type.type() == CimType.REFERENCE;
    }
}
