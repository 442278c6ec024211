package org.telvirt.sdk;

import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;

/**
 * A namespace of a server, by whatever protocol. Paths that it gives can be given back to it. Safe for use by many threads.
 *
 * <p>Every method fails with a {@link CimException}: with the status that the server answered, or FAILED if the server cannot
 * be reached or understood, with the cause.
 */
public interface CimConnection extends AutoCloseable {
    /** An instance with all its properties. */
    CimInstance get(CimInstancePath path) throws CimException;

    /** The instances of a class and of its subclasses. */
    List<CimInstance> instances(CimName className) throws CimException;

    /** What is associated to an instance. */
    List<CimInstance> associators(CimInstancePath source, AssociationFilter filter) throws CimException;

    /** The associations that an instance is part of; the result class and role of the filter mean nothing. */
    List<CimInstance> references(CimInstancePath source, AssociationFilter filter) throws CimException;

    /**
     * Makes an instance.
     *
     * @return where it is
     */
    CimInstancePath create(CimInstance instance) throws CimException;

    /** Changes the properties that the instance has; it needs a path. */
    void modify(CimInstance instance) throws CimException;

    void delete(CimInstancePath path) throws CimException;

    /** Calls a method of an instance. A number that means failure is a result. */
    MethodResult call(CimInstancePath target, CimName method, List<CimArgument> arguments) throws CimException;

    /** Gives back what the connection holds; it must not be used afterwards. */
    @Override
    void close();
}
