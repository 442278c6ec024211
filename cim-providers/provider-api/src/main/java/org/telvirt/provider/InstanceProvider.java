package org.telvirt.provider;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
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

    /**
     * Makes an instance.
     *
     * @param instance of this provider's class, without a path, each value of its declared type, defaults of the class
     *     filled in; keys that the caller left out are absent
     * @return its path, which need not be the one that the keys make
     * @throws CimException NOT_SUPPORTED: this class does not offer it; ALREADY_EXISTS; INVALID_PARAMETER
     */
    default CimInstancePath create(CimInstance instance, CallContext context) throws CimException {
        throw unsupported("created");
    }

    /**
     * Changes properties of an instance that exists.
     *
     * @param changes at the path of the instance, with the properties to change, NULL ones included, and no others; the
     *     keys are not among them
     * @throws CimException NOT_SUPPORTED: this class does not offer it; INVALID_PARAMETER: a property cannot have this
     *     value or cannot be changed
     */
    default void modify(CimInstance changes, CallContext context) throws CimException {
        throw unsupported("modified");
    }

    /**
     * Removes an instance that exists.
     *
     * @throws CimException NOT_SUPPORTED: this class does not offer it
     */
    default void delete(CimInstancePath path, CallContext context) throws CimException {
        throw unsupported("deleted");
    }

    private CimException unsupported(String what) {
        return new CimException(
                CimStatus.NOT_SUPPORTED, "Instances of " + className() + " cannot be " + what + " by clients");
    }
}
