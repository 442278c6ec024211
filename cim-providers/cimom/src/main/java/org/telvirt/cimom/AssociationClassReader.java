package org.telvirt.cimom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.mof.repository.AssociationEnd;

/**
 * Follows associations between classes (DSP0200 §5.4.2.14 to §5.4.2.17 on a class name): what instances of the class
 * could be associated with, as the associations declare it.
 */
final class AssociationClassReader {
    private AssociationClassReader() {}

    /** The association classes with a reference that can point to the class. */
    static CimCursor<CimName> references(CimName source, AssociationFilter filter, Schema schema) throws CimException {
        Set<CimName> found = new LinkedHashSet<>();
        for (AssociationEnd end : ends(source, filter.resultClass(), filter.role(), schema)) {
            found.add(end.association().name());
        }
        return CimCursor.of(List.copyOf(found));
    }

    /** The classes at the other ends of those associations. */
    static CimCursor<CimName> associators(CimName source, AssociationFilter filter, Schema schema) throws CimException {
        CimName resultClass = filter.resultClass();
        if (resultClass != null) {
            schema.require(resultClass, CimStatus.INVALID_PARAMETER);
        }
        Set<CimName> found = new LinkedHashSet<>();
        for (AssociationEnd end : ends(source, filter.associationClass(), filter.role(), schema)) {
            for (CimPropertyDeclaration other : end.association().properties()) {
                CimName target = other.type().referenceClass();
                if (target != null
                        && !other.name().equals(end.reference().name())
                        && (filter.resultRole() == null || filter.resultRole().equals(other.name()))
                        && isA(target, resultClass, schema)) {
                    found.add(target);
                }
            }
        }
        return CimCursor.of(List.copyOf(found));
    }

    private static List<AssociationEnd> ends(
            CimName source, @Nullable CimName association, @Nullable CimName role, Schema schema) throws CimException {
        schema.require(source, CimStatus.INVALID_PARAMETER);
        if (association != null) {
            schema.require(association, CimStatus.INVALID_PARAMETER);
        }
        List<AssociationEnd> ends = new ArrayList<>();
        for (AssociationEnd end : schema.associationEnds(source)) {
            if (isA(end.association().name(), association, schema)
                    && (role == null || role.equals(end.reference().name()))) {
                ends.add(end);
            }
        }
        return ends;
    }

    private static boolean isA(CimName name, @Nullable CimName wanted, Schema schema) {
        ClassLayout layout = schema.find(name);
        return wanted == null || (layout != null && layout.isA(wanted));
    }
}
