package org.telvirt.cim;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A qualifier on a class, property, method or parameter.
 *
 * @param value null: NULL
 * @param propagated whether it is inherited rather than written here
 */
public record CimQualifier(
        CimName name, CimDataType type, @Nullable CimValue value, Set<CimFlavor> flavors, boolean propagated) {

    /** Copies the flavors. */
    public CimQualifier {
        flavors = Set.copyOf(flavors);
    }

    /** Whether it is a boolean that is true. */
    public boolean isTrue() {
        return value instanceof CimValue.Bool bool && bool.value();
    }

    /** The same qualifier, inherited or not. */
    public CimQualifier propagated(boolean inherited) {
        return inherited == propagated ? this : new CimQualifier(name, type, value, flavors, inherited);
    }
}
