package org.telvirt.cimom;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cimom.routing.Hop;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.routing.Spaces;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.stored.StoredLink;

/**
 * Which associations an operation follows (DSP0200 §5.4.2.14).
 *
 * @param association null: any
 * @param result the class of what is found; null: any
 * @param role the reference to the source; null: any
 * @param resultRole the reference to what is found; null: any
 */
record HopFilter(
        Spaces spaces,
        @Nullable ClassLayout association,
        @Nullable ClassLayout result,
        @Nullable CimName role,
        @Nullable CimName resultRole) {

    /** For operations that yield what is at the far end. */
    static HopFilter ofAssociators(AssociationFilter filter, Spaces spaces, Schema schema) throws CimException {
        return new HopFilter(
                spaces,
                layout(filter.associationClass(), schema),
                layout(filter.resultClass(), schema),
                filter.role(),
                filter.resultRole());
    }

    /** For operations that yield the associations themselves, whose class is the filter's result class. */
    static HopFilter ofReferences(AssociationFilter filter, Spaces spaces, Schema schema) throws CimException {
        return new HopFilter(spaces, layout(filter.resultClass(), schema), null, filter.role(), null);
    }

    private static @Nullable ClassLayout layout(@Nullable CimName name, Schema schema) throws CimException {
        return name == null ? null : schema.require(name, CimStatus.INVALID_PARAMETER);
    }

    /** Whether the same provider may be followed from both its ends. */
    boolean bothEnds() {
        return role == null && resultRole == null;
    }

    /** Whether the hop can lead to something that is asked for. */
    boolean accepts(Hop hop) {
        return (association == null || hop.association().isA(association.name()))
                && (role == null || role.equals(hop.near().role()))
                && (resultRole == null || resultRole.equals(hop.far().role()))
                && (result == null || mayBeResult(hop));
    }

    /** Whether the association that is kept is asked for, seen from its near end. */
    boolean accepts(StoredLink link) {
        return (association == null || link.association().isA(association.name()))
                && (role == null || role.equals(link.near().name()));
    }

    private boolean mayBeResult(Hop hop) {
        ClassLayout far = layout(hop.far().namespace(), hop.far().className());
        return far != null && result != null && (far.isA(result.name()) || result.isA(far.name()));
    }

    /** Whether the far end is of the class that is asked for. */
    boolean accepts(CimInstancePath far) {
        if (result == null) {
            return true;
        }
        ClassLayout layout = layout(far.namespace(), far.className());
        return layout == null || layout.isA(result.name());
    }

    private @Nullable ClassLayout layout(@Nullable CimNamespace namespace, CimName className) {
        Space space = namespace == null ? null : spaces.find(namespace);
        return space == null ? null : space.schema().find(className);
    }
}
