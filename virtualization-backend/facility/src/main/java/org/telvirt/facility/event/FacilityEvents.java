package org.telvirt.facility.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.telvirt.facility.event.FacilityEvent.EventsLost;

/** Hands events to listeners in the order in which they were noted. Safe for use by many threads. */
public final class FacilityEvents {
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong lost = new AtomicLong();
    private final SerialQueue<FacilityEvent> queue;

    /**
     * @param executor where listeners are called
     * @param capacity how many events may wait for a listener that does not return
     */
    public FacilityEvents(Executor executor, int capacity) {
        this.queue = new SerialQueue<>(executor, capacity, this::tell);
    }

    /** Calls the listener for every event noted from now on; it must return soon. */
    public Registration listen(Consumer<FacilityEvent> listener) {
        Listening listening = new Listening(listener);
        listeners.add(listening);
        return () -> {
            listening.open = false;
            listeners.remove(listening);
        };
    }

    /** Notes an event, which {@link #flush} hands on; may be called with a lock held. */
    public void note(FacilityEvent event) {
        if (!listeners.isEmpty() && !queue.add(event)) {
            lost.incrementAndGet();
        }
    }

    /** Sees to the delivery of all that has been noted; must not be called with a lock held. */
    public void flush() {
        queue.flush();
    }

    private void tell(FacilityEvent event) {
        long missing = lost.getAndSet(0);
        if (missing > 0) {
            tellAll(new EventsLost(event.time(), missing));
        }
        tellAll(event);
    }

    /** Tells every listener, even if one before it failed. */
    private void tellAll(FacilityEvent event) {
        RuntimeException fault = null;
        for (Listening listener : listeners) {
            try {
                listener.tell(event);
            } catch (RuntimeException e) {
                fault = e;
            }
        }
        if (fault != null) {
            throw fault;
        }
    }

    private static final class Listening {
        private final Consumer<FacilityEvent> consumer;
        private volatile boolean open = true;

        Listening(Consumer<FacilityEvent> consumer) {
            this.consumer = consumer;
        }

        void tell(FacilityEvent event) {
            if (open) {
                consumer.accept(event);
            }
        }
    }
}
