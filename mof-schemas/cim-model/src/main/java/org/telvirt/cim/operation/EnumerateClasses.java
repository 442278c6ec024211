package org.telvirt.cim.operation;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/**
 * Asks for classes (DSP0200 §5.4.2.9).
 *
 * @param className the class whose subclasses are asked for, itself not included; null: the root classes
 * @param deepInheritance all descendants rather than only the direct ones
 */
public record EnumerateClasses(
        CimNamespace namespace, @Nullable CimName className, boolean deepInheritance, ClassView view)
        implements CimOperation<CimCursor<CimClass>> {
    @Override
    public CimCursor<CimClass> performedBy(CimOperations target) throws CimException {
        return target.enumerateClasses(this);
    }
}
