package org.telvirt.provider;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/**
 * One end of an association.
 *
 * @param role the reference property
 * @param className the class of the instances at this end as this provider links them; it may be narrower than declared
 * @param namespace where the instances at this end are; null: in the namespace of the call
 */
public record AssociationEnd(
        CimName role, CimName className, @Nullable CimNamespace namespace) {
    /** An end in the namespace of the call. */
    public AssociationEnd(CimName role, CimName className) {
        this(role, className, null);
    }
}
