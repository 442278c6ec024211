package org.telvirt.cim.operation;

import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;

/** Asks for the paths of the instances associated with one (DSP0200 §5.4.2.15). */
public record AssociatorNames(CimNamespace namespace, CimInstancePath source, AssociationFilter filter)
        implements EnumerationOperation<CimInstancePath> {
    @Override
    public ItemKind<CimInstancePath> itemKind() {
        return ItemKind.INSTANCE_PATHS;
    }

    @Override
    public CimCursor<CimInstancePath> performedBy(CimOperations target) throws CimException {
        return target.associatorNames(this);
    }
}
