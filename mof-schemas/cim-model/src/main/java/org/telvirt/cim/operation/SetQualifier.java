package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimQualifierDeclaration;

/** Makes or replaces the declaration of a qualifier (DSP0200 §5.4.2.21). */
public record SetQualifier(CimNamespace namespace, CimQualifierDeclaration declaration) implements CimOperation<Done> {
    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Done performedBy(CimOperations target) throws CimException {
        return target.setQualifier(this);
    }
}
