package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;

/** The port between the doors and the object manager. Safe for use by many threads. */
@FunctionalInterface
public interface CimService {
    /**
     * Performs an operation. A cursor in the answer must be closed by the caller.
     *
     * @throws CimException as the operation's clause in DSP0200 says
     */
    <R> R execute(CimOperation<R> operation, CallContext context) throws CimException;
}
