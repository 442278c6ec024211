package org.telvirt.cimom.query;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;

/** A filter that is understood. Safe for use by many threads. */
@FunctionalInterface
public interface InstanceFilter {
    /** Whether an instance, complete, is wanted. */
    boolean accepts(CimInstance instance) throws CimException;
}
