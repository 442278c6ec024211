package org.telvirt.cimom.change;

import org.telvirt.cim.CimException;

/** Checks and works out a change without making it; nothing that it depends on changes meanwhile. */
@FunctionalInterface
public interface Plan<R> {
    Pending<R> pending() throws CimException;
}
