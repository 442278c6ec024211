package org.telvirt.cimom;

import java.time.Instant;
import java.time.InstantSource;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;

/**
 * Ends calls whose answer comes too late to be of use.
 *
 * @param clock what deadlines are compared with
 */
record Deadlines(InstantSource clock) {
    boolean isOver(CallContext context) {
        Instant deadline = context.deadline();
        return deadline != null && clock.instant().isAfter(deadline);
    }

    /**
     * Refuses to go on once the time is over.
     *
     * @throws CimException FAILED
     */
    void check(CallContext context) throws CimException {
        if (isOver(context)) {
            throw CimException.failed("The operation took longer than until " + context.deadline()
                    + ", when its answer was due; ask for less at a time or allow more time");
        }
    }

    /** The run, which fails when the time is over. */
    <T> CimCursor<T> bounded(CimCursor<T> run, CallContext context) {
        if (context.deadline() == null) {
            return run;
        }
        return run.map(value -> {
            check(context);
            return value;
        });
    }
}
