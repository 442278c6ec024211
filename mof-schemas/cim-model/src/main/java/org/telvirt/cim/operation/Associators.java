package org.telvirt.cim.operation;

import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;

/** Asks for the instances associated with one (DSP0200 §5.4.2.14). */
public record Associators(CimNamespace namespace, CimInstancePath source, AssociationFilter filter, InstanceView view)
        implements EnumerationOperation<CimInstance> {
    @Override
    public ItemKind<CimInstance> itemKind() {
        return ItemKind.INSTANCES_WITH_PATH;
    }

    @Override
    public CimCursor<CimInstance> performedBy(CimOperations target) throws CimException {
        return target.associators(this);
    }
}
