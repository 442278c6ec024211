package org.telvirt.conformance.durability;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.conformance.operation.ModelNamespace;

/** A client that writes until its server is gone. */
final class Writer implements Runnable {
    private static final CimName THING = CimName.of("TST_Thing");
    private static final CimName ID = CimName.of("ID");
    private static final CimName NOTE = CimName.of("Note");
    private static final int DELETED = 7;
    private static final int CLASS = 11;

    private final CimService service;
    private final CimNamespace namespace;
    private final Ledger ledger;
    private final AtomicInteger number;
    private final CountDownLatch acknowledged;

    Writer(
            CimService service,
            CimNamespace namespace,
            Ledger ledger,
            AtomicInteger number,
            CountDownLatch acknowledged) {
        this.service = service;
        this.namespace = namespace;
        this.ledger = ledger;
        this.number = number;
        this.acknowledged = acknowledged;
    }

    @Override
    public void run() {
        try {
            for (; ; ) {
                int next = number.incrementAndGet();
                write("w" + next);
                if (next % CLASS == 0) {
                    declare("TST_Killed" + next);
                }
            }
        } catch (CimException gone) {
            // the server was killed, as it should be; what was under way is in doubt
        }
    }

    private void write(String id) throws CimException {
        ledger.begin(id);
        CimInstancePath path = CimInstancePath.of(THING, ID, id);
        execute(new CreateInstance(
                namespace,
                CimInstance.of(THING)
                        .with(ID, id)
                        .with(NOTE, "made-" + id + "-")
                        .build()));
        ledger.noted(id, "made-" + id + "-");
        acknowledged.countDown();
        ledger.begin(id);
        execute(new ModifyInstance(
                namespace,
                path,
                CimInstance.of(THING).with(NOTE, "changed-" + id + "-").build(),
                null));
        ledger.noted(id, "changed-" + id + "-");
        acknowledged.countDown();
        if (id.hashCode() % DELETED == 0) {
            ledger.begin(id);
            execute(new DeleteInstance(namespace, path));
            ledger.removed(id);
            acknowledged.countDown();
        }
    }

    private void declare(String className) throws CimException {
        ledger.begin(className);
        execute(new CreateClass(namespace, ModelNamespace.leaf(className)));
        ledger.declared(className);
        acknowledged.countDown();
    }

    private void execute(CimOperation<?> operation) throws CimException {
        service.execute(operation, CallContext.internal("admin"));
    }
}
