package org.telvirt.cim.operation;

import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** Asks for the association classes that can refer to a class: References on a class name (DSP0200 §5.4.2.16). */
public record ReferenceClasses(CimNamespace namespace, CimName source, AssociationFilter filter, ClassView view)
        implements CimOperation<CimCursor<LocatedClass>> {
    @Override
    public String operationName() {
        return "References";
    }

    @Override
    public CimCursor<LocatedClass> performedBy(CimOperations target) throws CimException {
        return target.referenceClasses(this);
    }
}
