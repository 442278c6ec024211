package org.telvirt.cim.operation;

import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;

/**
 * Replaces what a class declares (DSP0200 §5.4.2.7).
 *
 * @param declaration all that the class itself declares from now on
 */
public record ModifyClass(CimNamespace namespace, CimClass declaration) implements CimOperation<Done> {
    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Done performedBy(CimOperations target) throws CimException {
        return target.modifyClass(this);
    }
}
