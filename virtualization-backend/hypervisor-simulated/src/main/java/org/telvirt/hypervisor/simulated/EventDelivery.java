package org.telvirt.hypervisor.simulated;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.Registration;

/**
 * Hands events to listeners in the order in which they were noted, one at a time, whatever threads the executor has.
 * Noting and delivering are apart so that the host can note under its lock and deliver outside. Safe for use by many
 * threads.
 */
final class EventDelivery {
    private final Executor executor;
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> noted = new ArrayDeque<>();
    private boolean delivering;

    EventDelivery(Executor executor) {
        this.executor = executor;
    }

    Listener listen(Consumer<HypervisorEvent> consumer) {
        Listener listener = new Listener(consumer);
        listeners.add(listener);
        return listener;
    }

    /** Queues an event for those who listen now. */
    synchronized void note(HypervisorEvent event) {
        for (Listener listener : listeners) {
            noted.add(() -> listener.tell(event));
        }
    }

    /** Queues an event for one who listens. */
    synchronized void noteFor(Listener listener, HypervisorEvent event) {
        noted.add(() -> listener.tell(event));
    }

    /** Sees to the delivery of all that has been noted; must not be called with a lock held. */
    void flush() {
        synchronized (this) {
            if (delivering || noted.isEmpty()) {
                return;
            }
            delivering = true;
        }
        try {
            executor.execute(this::deliver);
        } catch (RejectedExecutionException e) {
            // whoever ended the executor wants no more events
            stop();
        }
    }

    private void deliver() {
        boolean told = false;
        try {
            for (Runnable next = next(); next != null; next = next()) {
                next.run();
            }
            told = true;
        } finally {
            if (!told) {
                stop();
                flush();
            }
        }
    }

    private synchronized void stop() {
        delivering = false;
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = noted.poll();
        delivering = next != null;
        return next;
    }

    /** One who listens, until closed. */
    final class Listener implements Registration {
        private final Consumer<HypervisorEvent> consumer;
        private volatile boolean open = true;

        Listener(Consumer<HypervisorEvent> consumer) {
            this.consumer = consumer;
        }

        private void tell(HypervisorEvent event) {
            if (open) {
                consumer.accept(event);
            }
        }

        @Override
        public void close() {
            open = false;
            listeners.remove(this);
        }
    }
}
