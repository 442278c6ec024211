package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;

/** Asks for one property of an instance (DSP0200 §5.4.2.18, deprecated there). */
public record GetProperty(CimNamespace namespace, CimInstancePath path, CimName property)
        implements CimOperation<CimProperty> {
    @Override
    public CimProperty performedBy(CimOperations target) throws CimException {
        return target.getProperty(this);
    }
}
