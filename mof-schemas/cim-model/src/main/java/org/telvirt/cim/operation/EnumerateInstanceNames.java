package org.telvirt.cim.operation;

import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** Asks for the paths of the instances of a class and its subclasses (DSP0200 §5.4.2.12). */
public record EnumerateInstanceNames(CimNamespace namespace, CimName className)
        implements EnumerationOperation<CimInstancePath> {
    @Override
    public ItemKind<CimInstancePath> itemKind() {
        return ItemKind.INSTANCE_PATHS;
    }

    @Override
    public CimCursor<CimInstancePath> performedBy(CimOperations target) throws CimException {
        return target.enumerateInstanceNames(this);
    }
}
