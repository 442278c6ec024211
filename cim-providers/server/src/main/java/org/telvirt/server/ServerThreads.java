package org.telvirt.server;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.telvirt.server.settings.Limits;

/** All threads of the server; nobody else makes any. None of them keeps the process alive. */
final class ServerThreads implements AutoCloseable {
    private static final int JOBS = 8;
    private static final int STARTERS = 4;
    // Jetty's own, which accept and select, and some in reserve
    private static final int HTTP_OVERHEAD = 10;

    private final QueuedThreadPool http;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("timer"));
    private final ExecutorService engine = Executors.newCachedThreadPool(named("engine"));
    private final ExecutorService events = Executors.newSingleThreadExecutor(named("events"));
    private final ExecutorService jobs = Executors.newFixedThreadPool(JOBS, named("job"));
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(named("watch"));
    private final ExecutorService discovery = Executors.newCachedThreadPool(named("slp"));
    private final ExecutorService starters = Executors.newFixedThreadPool(STARTERS, named("start"));

    ServerThreads(Limits limits) {
        // what most JVMs would answer; to ask, Jetty would start the whole of JMX
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        http = new QueuedThreadPool(limits.requests() + HTTP_OVERHEAD);
        http.setName("http");
        http.setDaemon(true);
    }

    /** Work on requests; may block on clients and on the hypervisor. The porch starts and stops them. */
    QueuedThreadPool http() {
        return http;
    }

    /** One that never blocks; it hands work on. */
    ScheduledExecutorService timer() {
        return timer;
    }

    /** One for the engine to keep, libvirt's loop or the simulated host's events, and one for each migration. */
    ExecutorService engine() {
        return engine;
    }

    /** One that digests the engine's events; may read from the hypervisor. */
    ExecutorService events() {
        return events;
    }

    /** Act on the hypervisor, and may block on it. */
    ExecutorService jobs() {
        return jobs;
    }

    /** One that looks at the machine again and again; may wait for the hypervisor. */
    ScheduledExecutorService watch() {
        return watch;
    }

    /** Answer those who look for servers, and talk to directories; none runs unless asked for. */
    Executor discovery() {
        return discovery;
    }

    /** Make ready at the same time what does not depend on each other; of no use after the start. */
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
        watch.shutdownNow();
        discovery.shutdownNow();
        jobs.shutdownNow();
        events.shutdownNow();
        engine.shutdownNow();
    }
}
