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
    private boolean muted;

    EventDelivery(Executor executor) {
        this.executor = executor;
    }

    Registration listen(Consumer<HypervisorEvent> consumer) {
        Listener listener = new Listener(consumer);
        listeners.add(listener);
        return () -> {
            listener.open = false;
            listeners.remove(listener);
        };
    }

    /** Whether events are lost from now on. */
    synchronized void mute(boolean on) {
        muted = on;
    }

    /** Queues an event for those who listen now. */
    synchronized void note(HypervisorEvent event) {
        if (muted) {
            return;
        }
        for (Listener listener : listeners) {
            noted.add(() -> listener.tell(event));
        }
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

    private static final class Listener {
        private final Consumer<HypervisorEvent> consumer;
        private volatile boolean open = true;

        Listener(Consumer<HypervisorEvent> consumer) {
            this.consumer = consumer;
        }

        void tell(HypervisorEvent event) {
            if (open) {
                consumer.accept(event);
            }
        }
    }
}
