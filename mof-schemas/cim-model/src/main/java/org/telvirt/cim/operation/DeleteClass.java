package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** Removes a class without subclasses and instances (DSP0200 §5.4.2.3). */
public record DeleteClass(CimNamespace namespace, CimName className) implements CimOperation<Done> {
    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Done performedBy(CimOperations target) throws CimException {
        return target.deleteClass(this);
    }
}
