package org.telvirt.cimom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.EmbeddedObjectReader;
import org.telvirt.cimom.check.Completion;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.enumeration.EnumerationTable;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.routing.Spaces;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.cimom.stored.Recall;
import org.telvirt.provider.ProviderSet;

/**
 * The CIM object manager. It asks whether the caller may, finds the namespace and the class, checks what is given, asks
 * the provider or its own instances, and completes and trims what comes back. Every path in an answer has the host that
 * the caller used, the namespace by its own name and the keys in the order of the class. Whatever changes something is
 * durable and on record before it is answered. Safe for use by many threads.
 */
public final class Cimom implements CimService, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cimom.class);

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
     * Begins an object manager.
     *
     * @param schemas the namespaces; those that clients make are added to them
     * @param providers who answers in them
     */
    public static CimomBuilder over(Schemas schemas, List<ProviderSet> providers, InstantSource clock) {
        return new CimomBuilder(schemas, providers, clock);
    }

    /**
     * An object manager that is ready, open to everybody, and forgets with the process.
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
        try {
            return over(schemas, providers, clock)
                    .readers(readers)
                    .limits(limits)
                    .defects(defects)
                    .open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Cimom open(CimomBuilder parts) throws IOException {
        Spaces spaces = Spaces.of(parts.schemas, parts.providers);
        recall(spaces, new Recall(parts.store));
        EnumerationTable enumerations = new EnumerationTable(parts.limits, parts.clock);
        return new Cimom(spaces, enumerations, Office.of(spaces, enumerations, parts));
    }

    private static void recall(Spaces spaces, Recall recall) throws IOException {
        for (CimNamespace name : recall.namespaces()) {
            if (spaces.find(name) == null) {
                spaces.add(Schema.ofClient(name));
            } else {
                LOG.warn("The namespace {} that a client made is now one of the server", name);
            }
        }
        List<Schema> schemas = spaces.schemas().all();
        for (Schema schema : schemas) {
            recall.classes(schema);
        }
        // instances refer to each other across namespaces
        Completion completion = new Completion(spaces.schemas(), CimException::failed);
        for (Schema schema : schemas) {
            Space space = spaces.find(schema.namespace());
            if (space != null) {
                recall.instances(schema, space.stored(), completion);
            }
        }
    }

    /**
     * Performs an operation. Refused operations, and all that could change something, go on record.
     *
     * @throws CimException ACCESS_DENIED; SERVER_IS_SHUTTING_DOWN: this is closed; INVALID_NAMESPACE; or as the
     *     operation's clause says
     */
    @Override
    public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
        try {
            office.authorizer().check(operation, context);
        } catch (CimException denied) {
            office.registrar().recordFailure(operation, context, denied.status(), denied.getMessage());
            throw denied;
        }
        return operation.changes() ? recorded(operation, context) : performed(operation, context);
    }

    private <R> R performed(CimOperation<R> operation, CallContext context) throws CimException {
        if (closed) {
            throw new CimException(CimStatus.SERVER_IS_SHUTTING_DOWN, "The server is stopping");
        }
        office.deadlines().check(context);
        return operation.performedBy(new Performance(office, spaces.require(operation.namespace()), context));
    }

    private <R> R recorded(CimOperation<R> operation, CallContext context) throws CimException {
        try {
            return performed(operation, context);
        } catch (CimException e) {
            office.registrar().recordFailure(operation, context, e.status(), e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            office.registrar().recordFailure(operation, context, CimStatus.FAILED, "An error of the server: " + e);
            throw e;
        }
    }

    /** Closes the pulled enumerations whose time is over; call it every few seconds. */
    public void closeExpiredEnumerations() {
        enumerations.closeExpired();
    }

    /** How many pulled enumerations are open. */
    public int openEnumerations() {
        return enumerations.size();
    }

    /** Refuses operations from now on and closes the pulled enumerations; the store is its owner's to close. */
    @Override
    public void close() {
        closed = true;
        enumerations.closeAll();
    }
}
