package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;

/**
 * Makes an instance and answers its path (DSP0200 §5.4.2.6).
 *
 * @param instance what it shall be; properties that it does not list get the default of the class, and whoever makes the
 *     instance may choose keys that it does not list
 */
public record CreateInstance(CimNamespace namespace, CimInstance instance) implements CimOperation<CimInstancePath> {
    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public CimInstancePath performedBy(CimOperations target) throws CimException {
        return target.createInstance(this);
    }
}
