package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A clock and a timer that stand still until they are told to go on: what is due then runs on the thread that tells
 * them, in the order of its time. What is scheduled without delay waits for that too; only {@link #execute} runs at
 * once, on its caller's thread. Safe for use by many threads.
 */
public final class ManualTime extends AbstractExecutorService implements ScheduledExecutorService, InstantSource {
    private final PriorityQueue<Scheduled<?>> waiting = new PriorityQueue<>();
    private Instant now;
    private long scheduled;
    private boolean shutDown;

    /** Stands at this moment. */
    public ManualTime(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Goes on by so much, and runs what falls due on the way, each at its own moment. */
    public void advance(Duration amount) {
        Instant goal = instant().plus(amount);
        for (Scheduled<?> next = takeUntil(goal); next != null; next = takeUntil(goal)) {
            next.run();
        }
        synchronized (this) {
            now = now.isAfter(goal) ? now : goal;
        }
    }

    /** How many things wait for their time. */
    public synchronized int pending() {
        waiting.removeIf(Scheduled::isCancelled);
        return waiting.size();
    }

    private synchronized @Nullable Scheduled<?> takeUntil(Instant goal) {
        Scheduled<?> next = waiting.peek();
        if (next == null || next.due().isAfter(goal)) {
            return null;
        }
        now = next.due().isAfter(now) ? next.due() : now;
        return waiting.poll();
    }

    private synchronized <V> ScheduledFuture<V> add(Callable<V> work, long delay, long period, TimeUnit unit) {
        Duration wait = Duration.of(Math.max(0, delay), unit.toChronoUnit());
        Duration every = Duration.of(Math.max(0, period), unit.toChronoUnit());
        Scheduled<V> task = new Scheduled<>(work, now.plus(wait), every, scheduled++);
        if (!shutDown) {
            waiting.add(task);
        }
        return task;
    }

    private synchronized void again(Scheduled<?> task) {
        if (!shutDown) {
            waiting.add(task);
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(Executors.callable(command), delay, 0, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, delay, 0, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initial, long period, TimeUnit unit) {
        return add(Executors.callable(command), initial, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initial, long delay, TimeUnit unit) {
        return add(Executors.callable(command), initial, delay, unit);
    }

    @Override
    public void execute(Runnable command) {
        command.run();
    }

    @Override
    public synchronized void shutdown() {
        shutDown = true;
        waiting.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutDown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown();
    }

    private final class Scheduled<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final Duration period;
        private final long order;
        private Instant due;

        Scheduled(Callable<V> work, Instant due, Duration period, long order) {
            super(work);
            this.due = due;
            this.period = period;
            this.order = order;
        }

        Instant due() {
            return due;
        }

        @Override
        public void run() {
            if (period.isZero()) {
                super.run();
            } else if (runAndReset()) {
                due = due.plus(period);
                again(this);
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(instant(), due));
        }

        @Override
        public int compareTo(Delayed other) {
            Scheduled<?> that = (Scheduled<?>) other;
            int byTime = due.compareTo(that.due);
            return byTime == 0 ? Long.compare(order, that.order) : byTime;
        }
    }
}
