package org.telvirt.cim.operation;

import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** Asks for one class (DSP0200 §5.4.2.1). */
public record GetClass(CimNamespace namespace, CimName className, ClassView view) implements CimOperation<CimClass> {
    @Override
    public CimClass performedBy(CimOperations target) throws CimException {
        return target.getClass(this);
    }
}
