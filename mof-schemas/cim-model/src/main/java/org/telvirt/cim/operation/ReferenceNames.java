package org.telvirt.cim.operation;

import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;

/**
 * Asks for the paths of the associations that refer to an instance (DSP0200 §5.4.2.17).
 *
 * @param filter as in {@link References}
 */
public record ReferenceNames(CimNamespace namespace, CimInstancePath source, AssociationFilter filter)
        implements EnumerationOperation<CimInstancePath> {
    @Override
    public ItemKind<CimInstancePath> itemKind() {
        return ItemKind.INSTANCE_PATHS;
    }

    @Override
    public CimCursor<CimInstancePath> performedBy(CimOperations target) throws CimException {
        return target.referenceNames(this);
    }
}
