package org.telvirt.cimom;

import java.time.InstantSource;
import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.EmbeddedObjectReader;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.enumeration.EnumerationTable;
import org.telvirt.cimom.routing.Spaces;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.provider.ProviderSet;

/**
 * The CIM object manager. It finds the namespace and the class, checks what is given, asks the provider, and completes
 * and trims what comes back. Every path in an answer has the host that the caller used, the namespace by its own name
 * and the keys in the order of the class. Guards around it decide who may call. Safe for use by many threads.
 */
public final class Cimom implements CimService, AutoCloseable {
    private final Spaces spaces;
    private final EnumerationTable enumerations;
    private final Office office;
    private volatile boolean closed;

    private Cimom(Spaces spaces, EnumerationTable enumerations, Office office) {
        this.spaces = spaces;
        this.enumerations = enumerations;
        this.office = office;
    }

    /**
     * An object manager that is ready.
     *
     * @param schemas the namespaces
     * @param providers who answers in them
     * @param readers read embedded objects from text, tried in this order
     * @param defects told of every mistake of a provider
     * @throws IllegalArgumentException if a provider does not fit the classes of its namespace
     */
    public static Cimom of(
            Schemas schemas,
            List<ProviderSet> providers,
            List<EmbeddedObjectReader> readers,
            EnumerationLimits limits,
            InstantSource clock,
            Defects defects) {
        Spaces spaces = Spaces.of(schemas, providers);
        EnumerationTable enumerations = new EnumerationTable(limits, clock);
        return new Cimom(spaces, enumerations, Office.of(spaces, readers, enumerations, limits, defects));
    }

    /**
     * Performs an operation.
     *
     * @throws CimException SERVER_IS_SHUTTING_DOWN: this is closed; INVALID_NAMESPACE; or as the operation's clause says
     */
    @Override
    public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
        if (closed) {
            throw new CimException(CimStatus.SERVER_IS_SHUTTING_DOWN, "The server is stopping");
        }
        return operation.performedBy(new Performance(office, spaces.require(operation.namespace()), context));
    }

    /** Closes the pulled enumerations whose time is over; call it every few seconds. */
    public void closeExpiredEnumerations() {
        enumerations.closeExpired();
    }

    /** How many pulled enumerations are open. */
    public int openEnumerations() {
        return enumerations.size();
    }

    /** Refuses operations from now on and closes the pulled enumerations. */
    @Override
    public void close() {
        closed = true;
        enumerations.closeAll();
    }
}
