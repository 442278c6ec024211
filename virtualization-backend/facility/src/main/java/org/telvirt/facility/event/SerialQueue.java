package org.telvirt.facility.event;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands items to one consumer in their order and one at a time, whatever threads the executor has. Adding and handing on
 * are apart, so that a table can add under its lock and hand on outside. Safe for use by many threads.
 */
public final class SerialQueue<T> {
    private final Executor executor;
    private final Consumer<T> consumer;
    private final int capacity;
    private final Queue<T> waiting = new ArrayDeque<>();
    private boolean handing;

    /**
     * @param capacity how many items may wait
     */
    public SerialQueue(Executor executor, int capacity, Consumer<T> consumer) {
        this.executor = executor;
        this.capacity = capacity;
        this.consumer = consumer;
    }

    /** Adds an item; false: too many wait already, and it is lost. */
    public synchronized boolean add(T item) {
        return waiting.size() < capacity && waiting.add(item);
    }

    /** Takes out all that waits. */
    public synchronized void clear() {
        waiting.clear();
    }

    /** Sees to it that all that waits is handed on; must not be called with a lock held. */
    public void flush() {
        if (!begin()) {
            return;
        }
        try {
            executor.execute(this::handOn);
        } catch (RejectedExecutionException e) {
            // whoever ended the executor wants no more of this
            end();
        }
    }

    private synchronized boolean begin() {
        if (handing || waiting.isEmpty()) {
            return false;
        }
        handing = true;
        return true;
    }

    private synchronized void end() {
        handing = false;
    }

    private void handOn() {
        boolean all = false;
        try {
            for (T next = next(); next != null; next = next()) {
                consumer.accept(next);
            }
            all = true;
        } finally {
            if (!all) {
                end();
                flush();
            }
        }
    }

    private synchronized @Nullable T next() {
        T next = waiting.poll();
        handing = next != null;
        return next;
    }
}
