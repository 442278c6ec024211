package org.telvirt.server;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.telvirt.server.settings.Limits;

/** All threads of the server; nobody else makes any. */
final class ServerThreads implements AutoCloseable {
    /** Jetty's own: accepting, selecting, and some in reserve. */
    private static final int HTTP_OVERHEAD = 10;

    private static final int STARTERS = 2;

    private final QueuedThreadPool http;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("timer"));
    private final ExecutorService starters = Executors.newFixedThreadPool(STARTERS, named("start"));

    ServerThreads(Limits limits) {
        http = new QueuedThreadPool(limits.requests() + HTTP_OVERHEAD);
        http.setName("http");
        http.setDaemon(true);
    }

    /** Work on requests; may block on clients and on the hypervisor. Jetty starts and stops it. */
    QueuedThreadPool http() {
        return http;
    }

    /** One thread that never blocks; it hands work on. */
    ScheduledExecutorService timer() {
        return timer;
    }

    /** For what can be made ready at the same time; of no use after the start. */
    ExecutorService starters() {
        return starters;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        starters.shutdownNow();
        timer.shutdownNow();
    }
}
