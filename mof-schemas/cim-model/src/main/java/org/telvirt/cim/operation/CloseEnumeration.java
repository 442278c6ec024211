package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;

/** Ends an enumeration before its end (DSP0200 §5.4.2.24.10). */
public record CloseEnumeration(CimNamespace namespace, String context) implements CimOperation<Done> {
    @Override
    public Done performedBy(CimOperations target) throws CimException {
        return target.close(this);
    }
}
