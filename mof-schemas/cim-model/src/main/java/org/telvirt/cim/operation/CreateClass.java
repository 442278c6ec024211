package org.telvirt.cim.operation;

import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;

/**
 * Makes a class (DSP0200 §5.4.2.5).
 *
 * @param declaration what the class itself declares; where a member came from, and what was inherited, means nothing
 */
public record CreateClass(CimNamespace namespace, CimClass declaration) implements CimOperation<Done> {
    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Done performedBy(CimOperations target) throws CimException {
        return target.createClass(this);
    }
}
