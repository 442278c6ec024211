package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimQualifierDeclaration;

/** Asks for the declaration of a qualifier (DSP0200 §5.4.2.20). */
public record GetQualifier(CimNamespace namespace, CimName qualifier) implements CimOperation<CimQualifierDeclaration> {
    @Override
    public CimQualifierDeclaration performedBy(CimOperations target) throws CimException {
        return target.getQualifier(this);
    }
}
