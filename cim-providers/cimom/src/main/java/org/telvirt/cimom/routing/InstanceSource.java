package org.telvirt.cimom.routing;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cimom.schema.ClassLayout;

/** Whoever answers for the instances of exactly one class, associations or not; see {@link #complete}. */
public interface InstanceSource {
    ClassLayout layout();

    /**
     * Whether its instances have every property of the class in its order already, and its paths are in canonical form;
     * otherwise what it gives is as a provider gives it.
     */
    default boolean complete() {
        return false;
    }

    /** How many instances there are; -1: nobody knows without walking. */
    default int size() {
        return -1;
    }

    CimCursor<CimInstance> enumerate(CallContext context) throws CimException;

    CimCursor<CimInstancePath> enumeratePaths(CallContext context) throws CimException;

    /**
     * One instance by its key.
     *
     * @param path in canonical form
     * @return null: there is none
     */
    @Nullable
    CimInstance get(CimInstancePath path, CallContext context) throws CimException;

    /** Whether there is an instance at this path, in canonical form. */
    boolean exists(CimInstancePath path, CallContext context) throws CimException;

    /**
     * Makes an instance, as {@link org.telvirt.provider.InstanceProvider#create} has it.
     *
     * @throws CimException NOT_SUPPORTED: nobody offers it; or as the provider
     */
    default CimInstancePath create(CimInstance instance, CallContext context) throws CimException {
        throw unsupported("created");
    }

    /**
     * Changes an instance that exists, as {@link org.telvirt.provider.InstanceProvider#modify} has it.
     *
     * @throws CimException NOT_SUPPORTED: nobody offers it; or as the provider
     */
    default void modify(CimInstance changes, CallContext context) throws CimException {
        throw unsupported("modified");
    }

    /**
     * Removes an instance that exists.
     *
     * @throws CimException NOT_SUPPORTED: nobody offers it; or as the provider
     */
    default void delete(CimInstancePath path, CallContext context) throws CimException {
        throw unsupported("deleted");
    }

    private CimException unsupported(String what) {
        return CimException.notSupported("Instances of " + layout() + " cannot be " + what + " by clients");
    }
}
