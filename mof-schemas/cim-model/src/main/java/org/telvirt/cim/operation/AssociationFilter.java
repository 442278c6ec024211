package org.telvirt.cim.operation;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;

/**
 * Which associations to follow (DSP0200 §5.4.2.14); each null means any.
 *
 * @param associationClass the association is of this class or a subclass
 * @param resultClass what is found is of this class or a subclass
 * @param role the reference of the association that points to the source
 * @param resultRole the reference of the association that points to what is found
 */
public record AssociationFilter(
        @Nullable CimName associationClass,
        @Nullable CimName resultClass,
        @Nullable CimName role,
        @Nullable CimName resultRole) {
    /** Every association. */
    public static final AssociationFilter ANY = new AssociationFilter(null, null, null, null);
}
