package org.telvirt.cimom.routing;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cimom.schema.ClassLayout;

/** Whoever answers for the instances of exactly one class, associations or not; what it gives is not completed yet. */
public interface InstanceSource {
    ClassLayout layout();

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
}
