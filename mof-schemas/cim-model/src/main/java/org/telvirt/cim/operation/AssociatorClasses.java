package org.telvirt.cim.operation;

import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** Asks for the classes that a class can be associated with: Associators on a class name (DSP0200 §5.4.2.14). */
public record AssociatorClasses(CimNamespace namespace, CimName source, AssociationFilter filter, ClassView view)
        implements CimOperation<CimCursor<LocatedClass>> {
    @Override
    public String operationName() {
        return "Associators";
    }

    @Override
    public CimCursor<LocatedClass> performedBy(CimOperations target) throws CimException {
        return target.associatorClasses(this);
    }
}
