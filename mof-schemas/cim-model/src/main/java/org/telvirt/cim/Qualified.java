package org.telvirt.cim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What carries qualifiers. */
public interface Qualified {
    CimName name();

    /** In the order they were written, inherited ones included after resolution. */
    List<CimQualifier> qualifiers();

    /** The qualifier of this name; null: there is none. */
    default @Nullable CimQualifier qualifier(CimName name) {
        for (CimQualifier qualifier : qualifiers()) {
            if (qualifier.name().equals(name)) {
                return qualifier;
            }
        }
        return null;
    }

    /** Whether it carries a boolean qualifier of this name that is true. */
    default boolean has(CimName qualifierName) {
        CimQualifier qualifier = qualifier(qualifierName);
        return qualifier != null && qualifier.isTrue();
    }
}
