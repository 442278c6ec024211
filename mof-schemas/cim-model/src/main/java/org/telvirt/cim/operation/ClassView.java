package org.telvirt.cim.operation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;

/**
 * How much of each class an answer shows.
 *
 * @param localOnly only what the class itself defines or overrides
 * @param includeQualifiers whether qualifiers are shown
 * @param includeClassOrigin whether properties and methods name the class that introduced them
 * @param propertyList the properties to show; null: all; empty: none
 */
public record ClassView(
        boolean localOnly,
        boolean includeQualifiers,
        boolean includeClassOrigin,
        @Nullable Set<CimName> propertyList) {
    /** The defaults of DSP0200. */
    public static final ClassView DEFAULT = new ClassView(true, true, false, null);

    /** Everything, inherited elements included. */
    public static final ClassView ALL = new ClassView(false, true, true, null);

    /** Copies the list. */
    public ClassView {
        propertyList = propertyList == null ? null : Set.copyOf(propertyList);
    }
}
