package org.telvirt.server.observation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cimom.guard.Guard;

/**
 * Counts the operations by door, name and outcome, and logs each at INFO. An operation lasts until its answer, or the
 * first part of a list, is there. Safe for use by many threads.
 */
public final class OperationMeter implements Guard {
    private static final Logger LOG = Logger.getLogger(OperationMeter.class.getName());
    private static final String DONE = "OK";
    private static final double NANOS_PER_MILLI = 1e6;

    private final LongSupplier nanoTime;
    private final Map<Outcome, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, Histogram> durations = new ConcurrentSkipListMap<>();

    private record Outcome(String door, String operation, String status) {}

    /**
     * @param nanoTime a clock as of {@link System#nanoTime}
     */
    public OperationMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public CimService around(CimService inner) {
        return new CimService() {
            @Override
            public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
                long began = nanoTime.getAsLong();
                String status = CimStatus.FAILED.name();
                try {
                    R answer = inner.execute(operation, context);
                    status = DONE;
                    return answer;
                } catch (CimException e) {
                    status = e.status().name();
                    throw e;
                } finally {
                    ended(operation, context, status, nanoTime.getAsLong() - began);
                }
            }
        };
    }

    private void ended(CimOperation<?> operation, CallContext context, String status, long nanos) {
        String name = operation.operationName();
        counts.computeIfAbsent(new Outcome(context.door(), name, status), outcome -> new LongAdder())
                .increment();
        durations.computeIfAbsent(name, any -> new Histogram()).add(nanos);
        if (LOG.isLoggable(Level.INFO)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("request", context.requestId());
            fields.put("user", context.user());
            fields.put("address", context.remoteAddress());
            fields.put("door", context.door());
            fields.put("operation", name);
            fields.put("namespace", operation.namespace().toString());
            fields.put("status", status);
            fields.put("milliseconds", nanos / NANOS_PER_MILLI);
            LOG.log(new Event(Level.INFO, LOG.getName(), "operation", fields));
        }
    }

    /** How many there were. */
    long operations() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How many of them failed. */
    long failures() {
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().status().equals(DONE))
                .mapToLong(count -> count.getValue().sum())
                .sum();
    }

    void write(MetricsText text) {
        text.family("telvirt_operations", "counter", "Operations by door, name and CIM status.");
        counts.forEach((outcome, count) -> text.sample(
                "_total",
                count.sum(),
                "door",
                outcome.door(),
                "operation",
                outcome.operation(),
                "status",
                outcome.status()));
        text.family(
                "telvirt_operation_seconds",
                "histogram",
                "Time until the answer, or the first part of a list, was there.");
        durations.forEach((operation, histogram) -> text.histogram(histogram, "operation", operation));
    }
}
