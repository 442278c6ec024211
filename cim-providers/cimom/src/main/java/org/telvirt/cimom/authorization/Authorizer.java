package org.telvirt.cimom.authorization;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;

/** Decides who may do what. It is asked before anything else is looked at. Safe for use by many threads. */
public interface Authorizer {
    /** Everybody may do everything. */
    Authorizer OPEN = new Authorizer() {
        @Override
        public void check(CimOperation<?> operation, CallContext context) {
            // nothing is forbidden
        }

        @Override
        public boolean shows(CimInstancePath path, CallContext context) {
            return true;
        }

        @Override
        public boolean showsEverything(CallContext context) {
            return true;
        }
    };

    /**
     * Refuses an operation that the caller may not perform.
     *
     * @throws CimException ACCESS_DENIED, with a message that names the caller, what it lacks and where
     */
    void check(CimOperation<?> operation, CallContext context) throws CimException;

    /** Whether the caller may see this instance among others; what it may not see is left out of lists. */
    boolean shows(CimInstancePath path, CallContext context);

    /** Whether the caller may see every instance, so that lists need no sieve. */
    boolean showsEverything(CallContext context);
}
