package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;

/** Asks for one instance (DSP0200 §5.4.2.2). */
public record GetInstance(CimNamespace namespace, CimInstancePath path, InstanceView view)
        implements CimOperation<CimInstance> {
    @Override
    public CimInstance performedBy(CimOperations target) throws CimException {
        return target.getInstance(this);
    }
}
