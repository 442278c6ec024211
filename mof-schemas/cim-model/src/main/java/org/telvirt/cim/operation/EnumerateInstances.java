package org.telvirt.cim.operation;

import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/**
 * Asks for the instances of a class and its subclasses (DSP0200 §5.4.2.11).
 *
 * @param deepInheritance whether properties that subclasses introduce are shown; it never limits which instances are
 */
public record EnumerateInstances(CimNamespace namespace, CimName className, boolean deepInheritance, InstanceView view)
        implements EnumerationOperation<CimInstance> {
    @Override
    public ItemKind<CimInstance> itemKind() {
        return ItemKind.INSTANCES_WITH_PATH;
    }

    @Override
    public CimCursor<CimInstance> performedBy(CimOperations target) throws CimException {
        return target.enumerateInstances(this);
    }
}
