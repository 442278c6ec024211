package org.telvirt.cimom.guard;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;

/** Counts operations by name and outcome. Safe for use by many threads. */
public final class OperationCounts implements Guard {
    private final LongSupplier nanoTicker;
    private final Map<Outcome, Tally> tallies = new ConcurrentHashMap<>();

    /**
     * @param nanoTicker such as {@link System#nanoTime}
     */
    public OperationCounts(LongSupplier nanoTicker) {
        this.nanoTicker = nanoTicker;
    }

    /**
     * How operations end.
     *
     * @param status null: success
     */
    public record Outcome(String operation, @Nullable CimStatus status) {}

    /**
     * How often and how long.
     *
     * @param nanos until the answer or the cursor was there, in all
     */
    public record Count(long calls, long nanos) {}

    private record Tally(LongAdder calls, LongAdder nanos) {
        private Tally() {
            this(new LongAdder(), new LongAdder());
        }
    }

    /** All outcomes so far, by operation. */
    public Map<String, Map<Outcome, Count>> counts() {
        Map<String, Map<Outcome, Count>> counts = new TreeMap<>();
        tallies.forEach((outcome, tally) -> counts.computeIfAbsent(
                        outcome.operation(), name -> new ConcurrentHashMap<>())
                .put(outcome, new Count(tally.calls().sum(), tally.nanos().sum())));
        return counts;
    }

    /** How often an operation ended like this. */
    public long calls(String operation, @Nullable CimStatus status) {
        Tally tally = tallies.get(new Outcome(operation, status));
        return tally == null ? 0 : tally.calls().sum();
    }

    @Override
    public CimService around(CimService inner) {
        return new CimService() {
            @Override
            public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
                long start = nanoTicker.getAsLong();
                CimStatus status = CimStatus.FAILED;
                try {
                    R answer = inner.execute(operation, context);
                    status = null;
                    return answer;
                } catch (CimException e) {
                    status = e.status();
                    throw e;
                } finally {
                    count(operation.operationName(), status, nanoTicker.getAsLong() - start);
                }
            }
        };
    }

    private void count(String operation, @Nullable CimStatus status, long nanos) {
        Tally tally = tallies.computeIfAbsent(new Outcome(operation, status), outcome -> new Tally());
        tally.calls().increment();
        tally.nanos().add(nanos);
    }
}
