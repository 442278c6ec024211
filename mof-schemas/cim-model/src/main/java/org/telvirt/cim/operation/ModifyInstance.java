package org.telvirt.cim.operation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/**
 * Changes properties of an instance (DSP0200 §5.4.2.8).
 *
 * @param path the instance
 * @param instance the new values, of the class that the path names
 * @param propertyList the properties to change; one of them that the instance does not list gets the default of the
 *     class; null: those that the instance lists
 */
public record ModifyInstance(
        CimNamespace namespace,
        CimInstancePath path,
        CimInstance instance,
        @Nullable Set<CimName> propertyList) implements CimOperation<Done> {
    /** Copies the list. */
    public ModifyInstance {
        propertyList = propertyList == null ? null : Set.copyOf(propertyList);
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Done performedBy(CimOperations target) throws CimException {
        return target.modifyInstance(this);
    }
}
