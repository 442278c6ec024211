package org.telvirt.conformance.clause;

import org.telvirt.cim.CimException;
import org.telvirt.conformance.wbem.Findings;

/** Looks whether a demand is met. */
@FunctionalInterface
public interface Check {
    /**
     * Looks, and tells what is not as demanded.
     *
     * @throws CimException the server did not answer what it has to answer; that too is not as demanded
     */
    void check(Subject subject, Findings findings) throws CimException;
}
