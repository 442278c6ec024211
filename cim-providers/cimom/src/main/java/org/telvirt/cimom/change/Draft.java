package org.telvirt.cimom.change;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;

/**
 * A change of one instance whose path is known.
 *
 * @param path of the instance, in canonical form
 * @param plan made when nobody else changes that instance
 */
public record Draft<R>(CimInstancePath path, Plan<R> plan) {
    /** Works out which instance is to be changed, while no class changes. */
    @FunctionalInterface
    public interface Source<R> {
        Draft<R> draft() throws CimException;
    }
}
