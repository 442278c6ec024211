package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;

/** Removes an instance (DSP0200 §5.4.2.4). */
public record DeleteInstance(CimNamespace namespace, CimInstancePath path) implements CimOperation<Done> {
    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Done performedBy(CimOperations target) throws CimException {
        return target.deleteInstance(this);
    }
}
