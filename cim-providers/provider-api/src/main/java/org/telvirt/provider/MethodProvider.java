package org.telvirt.provider;

import java.util.Set;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.MethodResult;

/** Performs methods of the instances of one class. Safe for use by many threads. */
public interface MethodProvider {
    /** The class of the instances; not its subclasses. */
    CimName className();

    /** The methods that can be invoked; any other declared one is METHOD_NOT_AVAILABLE. */
    Set<CimName> methods();

    /**
     * Performs a method.
     *
     * @param target an instance that exists, or the class for a static method
     * @param arguments checked against the declaration: every value is of its declared type and no Required one is NULL
     * @throws CimException for what is no business of the method's own return values
     */
    MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
            throws CimException;
}
