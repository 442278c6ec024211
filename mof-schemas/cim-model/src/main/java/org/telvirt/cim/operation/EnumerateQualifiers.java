package org.telvirt.cim.operation;

import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimQualifierDeclaration;

/** Asks for the declarations of all qualifiers (DSP0200 §5.4.2.23). */
public record EnumerateQualifiers(CimNamespace namespace) implements CimOperation<CimCursor<CimQualifierDeclaration>> {
    @Override
    public CimCursor<CimQualifierDeclaration> performedBy(CimOperations target) throws CimException {
        return target.enumerateQualifiers(this);
    }
}
