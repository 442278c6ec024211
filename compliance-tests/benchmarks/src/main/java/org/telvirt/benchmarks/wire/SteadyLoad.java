package org.telvirt.benchmarks.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cimxml.client.CimXmlClient;
import org.telvirt.cimxml.xml.XmlLimits;

/**
 * Requests at a fixed rate from many connections. Each has the moment when it is due, and its time counts from there, so
 * that a server that stops for a while is not asked less.
 */
final class SteadyLoad {
    private static final double NANOS = 1e9;

    private final Server server;
    private final int connections;
    private final double requestsPerSecond;
    private final int seconds;

    SteadyLoad(Server server, int connections, double requestsPerSecond, int seconds) {
        this.server = server;
        this.connections = connections;
        this.requestsPerSecond = requestsPerSecond;
        this.seconds = seconds;
    }

    /**
     * Asks, and answers how long each request took.
     *
     * @param requests what to ask for the nth time
     */
    Figures run(IntFunction<CimOperation<?>> requests) throws IOException, CimException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                Callable<long[]> caller = () -> call(start, first, requests);
                running.add(threads.submit(caller));
            }
            long[] all = {};
            for (Future<long[]> caller : running) {
                long[] part = caller.get();
                int before = all.length;
                all = Arrays.copyOf(all, before + part.length);
                System.arraycopy(part, 0, all, before, part.length);
            }
            return new Figures(all);
        } catch (ExecutionException e) {
            throw new IOException("a connection failed: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] call(long start, int first, IntFunction<CimOperation<?>> requests) throws IOException, CimException {
        int count = (int) (requestsPerSecond * seconds / connections);
        long[] nanos = new long[count];
        try (KeepAliveConnection connection = new KeepAliveConnection(server)) {
            CimXmlClient client = new CimXmlClient(connection, XmlLimits.DEFAULT);
            for (int i = 0; i < count; i++) {
                int number = i * connections + first;
                long due = start + (long) (number / requestsPerSecond * NANOS);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                WireBenchmark.drain(client.execute(requests.apply(number), CallContext.internal("bench")));
                nanos[i] = System.nanoTime() - due;
            }
        }
        return nanos;
    }
}
