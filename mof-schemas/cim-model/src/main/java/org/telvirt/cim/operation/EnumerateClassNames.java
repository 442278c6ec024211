package org.telvirt.cim.operation;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/** Asks for class names (DSP0200 §5.4.2.10); parameters as in {@link EnumerateClasses}. */
public record EnumerateClassNames(
        CimNamespace namespace, @Nullable CimName className, boolean deepInheritance)
        implements CimOperation<CimCursor<CimName>> {
    @Override
    public CimCursor<CimName> performedBy(CimOperations target) throws CimException {
        return target.enumerateClassNames(this);
    }
}
