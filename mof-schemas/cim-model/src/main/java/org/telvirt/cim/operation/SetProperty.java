package org.telvirt.cim.operation;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimValue;

/**
 * Changes one property of an instance (DSP0200 §5.4.2.19, deprecated there).
 *
 * @param value of no type but its text where the message does not say one; null: NULL
 */
public record SetProperty(
        CimNamespace namespace,
        CimInstancePath path,
        CimName property,
        @Nullable CimValue value) implements CimOperation<Done> {
    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Done performedBy(CimOperations target) throws CimException {
        return target.setProperty(this);
    }
}
