package org.telvirt.cim.operation;

import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;

/**
 * Calls a method of an instance, or a static method of a class (DSP0200 §5.3).
 *
 * @param arguments those that the caller gives, in any order; what is absent is NULL
 */
public record InvokeMethod(CimNamespace namespace, CimObjectPath target, CimName method, List<CimArgument> arguments)
        implements CimOperation<MethodResult> {
    /** Copies the arguments. */
    public InvokeMethod {
        arguments = List.copyOf(arguments);
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public MethodResult performedBy(CimOperations target) throws CimException {
        return target.invokeMethod(this);
    }
}
