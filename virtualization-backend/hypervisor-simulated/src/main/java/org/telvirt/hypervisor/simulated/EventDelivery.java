package org.telvirt.hypervisor.simulated;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.Gap;
import org.telvirt.hypervisor.Registration;

/**
 * Hands events to each listener in the order in which they were noted, one at a time, whatever threads the executor has;
 * no listener waits for another one. Of events that a listener does not take in time only a {@link Gap} is left. Noting
 * and delivering are apart so that the host can note under its lock and deliver outside. Safe for use by many threads.
 */
final class EventDelivery {
    /** How many events wait for a listener at most. */
    static final int WAITING = 10_000;

    private final Executor executor;
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

    EventDelivery(Executor executor) {
        this.executor = executor;
    }

    Listener listen(Consumer<HypervisorEvent> consumer) {
        Listener listener = new Listener(consumer);
        listeners.add(listener);
        return listener;
    }

    /** Queues an event for those who listen now. */
    void note(HypervisorEvent event) {
        for (Listener listener : listeners) {
            listener.note(event);
        }
    }

    /** Queues an event for one who listens. */
    void noteFor(Listener listener, HypervisorEvent event) {
        listener.note(event);
    }

    /** Sees to the delivery of all that has been noted; must not be called with a lock held. */
    void flush() {
        flush(listeners.iterator());
    }

    /** One that fails in the thread of the caller keeps nobody from hearing. */
    private static void flush(Iterator<Listener> rest) {
        while (rest.hasNext()) {
            boolean flushed = false;
            try {
                rest.next().flush();
                flushed = true;
            } finally {
                if (!flushed) {
                    flush(rest);
                }
            }
        }
    }

    /** One who listens, until closed. */
    final class Listener implements Registration {
        private final Consumer<HypervisorEvent> consumer;
        private final Queue<HypervisorEvent> noted = new ArrayDeque<>(); // by this
        private boolean delivering; // by this
        private volatile boolean open = true;

        Listener(Consumer<HypervisorEvent> consumer) {
            this.consumer = consumer;
        }

        private synchronized void note(HypervisorEvent event) {
            if (noted.size() >= WAITING) {
                noted.clear();
                noted.add(new Gap(event.time(), "events came faster than their listener took them"));
            } else {
                noted.add(event);
            }
        }

        private void flush() {
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
                for (HypervisorEvent next = next(); next != null; next = next()) {
                    if (open) {
                        consumer.accept(next);
                    }
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

        private synchronized @Nullable HypervisorEvent next() {
            HypervisorEvent next = noted.poll();
            delivering = next != null;
            return next;
        }

        @Override
        public void close() {
            open = false;
            listeners.remove(this);
        }
    }
}
