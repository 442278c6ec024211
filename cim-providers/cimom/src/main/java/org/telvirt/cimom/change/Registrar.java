package org.telvirt.cimom.change;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cimom.audit.AuditRecord;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;
import org.telvirt.store.Store;

/**
 * The one place that writes to the store. A change is kept together with the record of the call, in one durable write;
 * only after that readers see it, and if it fails they never do. Changes of different instances run side by side, changes
 * of classes and namespaces alone. Safe for use by many threads.
 */
public final class Registrar {
    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    // more than threads that write at a time; two instances that share one only wait for each other
    private static final int ROWS = 64;

    private final Store store;
    private final InstantSource clock;
    private final Consumer<InstanceChange> listener;
    private final ReadWriteLock structure = new ReentrantReadWriteLock();
    private final List<Lock> rows;

    /**
     * @param clock says when a call was made
     * @param listener told of each change of an instance, in order for each instance; it must be quick and not call the
     *     object manager
     */
    public Registrar(Store store, InstantSource clock, Consumer<InstanceChange> listener) {
        this.store = store;
        this.clock = clock;
        this.listener = listener;
        this.rows = Stream.<Lock>generate(ReentrantLock::new).limit(ROWS).toList();
    }

    /** Changes classes, qualifiers or namespaces; nothing else changes meanwhile. */
    public <R> R changeStructure(CimOperation<R> operation, CallContext context, Plan<R> plan) throws CimException {
        structure.writeLock().lock();
        try {
            return commit(operation, context, plan.pending());
        } finally {
            structure.writeLock().unlock();
        }
    }

    /** Changes one instance; no class, and nobody else that instance, changes meanwhile. */
    public <R> R changeInstance(CimOperation<R> operation, CallContext context, Draft.Source<R> source)
            throws CimException {
        structure.readLock().lock();
        try {
            Draft<R> draft = source.draft();
            Lock row = rows.get(Math.floorMod(draft.path().hashCode(), ROWS));
            row.lock();
            try {
                return commit(operation, context, draft.plan().pending());
            } finally {
                row.unlock();
            }
        } finally {
            structure.readLock().unlock();
        }
    }

    /** Records what a provider has done. */
    public <R> R recordDone(CimOperation<R> operation, CallContext context, R answer) throws CimException {
        return commit(operation, context, Pending.nothing(answer));
    }

    private <R> R commit(CimOperation<R> operation, CallContext context, Pending<R> pending) throws CimException {
        write(pending.changes(), AuditRecord.done(operation, context, clock.instant(), pending.answer()));
        pending.publication().run();
        for (InstanceChange change : pending.announcements()) {
            announce(change);
        }
        return pending.answer();
    }

    private void write(List<Change> changes, String line) throws CimException {
        try {
            store.commit(new Commit(changes, List.of(line)));
        } catch (IOException e) {
            String what = changes.isEmpty()
                    ? "The operation was performed, but no record of it can be written: "
                    : "The change cannot be kept, so that nothing was changed: ";
            LOG.error("The store refuses a write: {}", line, e);
            throw new CimException(CimStatus.FAILED, what + e.getMessage(), List.of(), e);
        }
    }

    private void announce(InstanceChange change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            // the change is made; who wants to hear of it cannot undo it
            LOG.error("A listener to changes failed on {}", change.instance().path(), e);
        }
    }

    /** Records that an operation was refused or failed; if that is impossible, the log has it. */
    public void recordFailure(CimOperation<?> operation, CallContext context, CimStatus status, String message) {
        String line = AuditRecord.failed(operation, context, clock.instant(), status, message);
        try {
            store.commit(new Commit(List.of(), List.of(line)));
        } catch (IOException e) {
            LOG.error("No record of a failed operation can be written: {}", line, e);
        }
    }
}
