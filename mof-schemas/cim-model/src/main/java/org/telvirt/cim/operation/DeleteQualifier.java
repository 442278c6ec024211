package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** Removes the declaration of a qualifier that nothing uses (DSP0200 §5.4.2.22). */
public record DeleteQualifier(CimNamespace namespace, CimName qualifier) implements CimOperation<Done> {
    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Done performedBy(CimOperations target) throws CimException {
        return target.deleteQualifier(this);
    }
}
