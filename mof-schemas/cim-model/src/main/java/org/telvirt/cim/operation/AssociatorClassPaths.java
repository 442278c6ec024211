package org.telvirt.cim.operation;

import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** Asks for the paths of the classes that a class can be associated with (DSP0200 §5.4.2.15). */
public record AssociatorClassPaths(CimNamespace namespace, CimName source, AssociationFilter filter)
        implements CimOperation<CimCursor<CimClassPath>> {
    @Override
    public String operationName() {
        return "AssociatorNames";
    }

    @Override
    public CimCursor<CimClassPath> performedBy(CimOperations target) throws CimException {
        return target.associatorClassPaths(this);
    }
}
