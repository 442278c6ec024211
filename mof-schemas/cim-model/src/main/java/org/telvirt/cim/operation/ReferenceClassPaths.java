package org.telvirt.cim.operation;

import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** Asks for the paths of the association classes that can refer to a class (DSP0200 §5.4.2.17). */
public record ReferenceClassPaths(CimNamespace namespace, CimName source, AssociationFilter filter)
        implements CimOperation<CimCursor<CimClassPath>> {
    @Override
    public String operationName() {
        return "ReferenceNames";
    }

    @Override
    public CimCursor<CimClassPath> performedBy(CimOperations target) throws CimException {
        return target.referenceClassPaths(this);
    }
}
