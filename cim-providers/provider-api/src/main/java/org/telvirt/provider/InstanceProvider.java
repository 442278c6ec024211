package org.telvirt.provider;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;

/**
 * Answers for the instances of exactly one class, not of its subclasses. Every instance carries its path; a path without
 * a namespace is in the namespace of the call. Safe for use by many threads.
 */
public interface InstanceProvider {
    /** The class, which is not abstract. */
    CimName className();

    /** All instances, in an order that does not change while they do not. */
    CimCursor<CimInstance> enumerate(CallContext context) throws CimException;

    /** The paths of all instances; override it where that is cheaper. */
    default CimCursor<CimInstancePath> enumeratePaths(CallContext context) throws CimException {
        return enumerate(context).map(CimInstance::path);
    }

    /**
     * One instance by its key, without walking the others.
     *
     * @param path of this provider's class, with exactly its keys, each of its declared type
     * @return null: there is none
     */
    @Nullable
    CimInstance get(CimInstancePath path, CallContext context) throws CimException;

    /** Whether there is an instance with this key; override it where that is cheaper. */
    default boolean exists(CimInstancePath path, CallContext context) throws CimException {
        return get(path, context) != null;
    }
}
