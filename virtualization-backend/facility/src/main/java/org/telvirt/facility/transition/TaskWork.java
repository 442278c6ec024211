package org.telvirt.facility.transition;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.work.LongWork;

/**
 * A long call of the engine, which is looked at now and then while it goes on. The engine's call and the looks are on
 * threads of their own, so that the timer is never blocked; an end that is wished before the engine has begun is told it
 * by the next look.
 */
final class TaskWork implements Work {
    /** From one look at the engine to the next; short for a person, long for an engine. */
    static final Duration PERIOD = Duration.ofMillis(500);

    private final LongWork engine;
    private final EngineTask task;
    private final DomainId domain;
    private final Executor looks;
    private final ScheduledExecutorService timer;
    private volatile boolean endWished;
    private volatile @Nullable Future<?> nextLook;
    private boolean atEngine;

    TaskWork(LongWork engine, EngineTask task, Executor looks, ScheduledExecutorService timer) {
        this.engine = engine;
        this.task = task;
        this.domain = new DomainId(task.id().uuid());
        this.looks = looks;
        this.timer = timer;
    }

    @Override
    public Progress perform(Steps steps) throws HypervisorException {
        setAtEngine(true);
        lookLater(steps);
        try {
            task.call().perform(steps::reached);
            return Progress.DONE;
        } finally {
            // from here on the engine's work on the domain is somebody else's
            setAtEngine(false);
            Future<?> last = nextLook;
            if (last != null) {
                last.cancel(false);
            }
        }
    }

    private synchronized void setAtEngine(boolean is) {
        atEngine = is;
    }

    private void lookLater(Steps steps) {
        try {
            nextLook = timer.schedule(() -> looks.execute(() -> look(steps)), PERIOD.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the facility is closing; the engine goes on without being watched
            nextLook = null;
        }
    }

    private synchronized void look(Steps steps) {
        if (!atEngine) {
            return;
        }
        try {
            if (endWished) {
                engine.abort(domain);
            }
            org.telvirt.hypervisor.work.Progress progress = engine.progress(domain);
            if (progress != null) {
                steps.reached(percent(progress), progress.remaining());
            }
        } catch (HypervisorException e) {
            lookLater(steps); // an engine that does not tell, or cannot end it now, is asked again
            return;
        }
        lookLater(steps);
    }

    /** By what has been moved, else by the time; 0: nobody can tell. */
    private static int percent(org.telvirt.hypervisor.work.Progress progress) {
        Integer moved = progress.percent();
        Duration remaining = progress.remaining();
        if (moved != null) {
            return moved;
        }
        long elapsed = progress.elapsed().toMillis();
        long all = remaining == null ? 0 : elapsed + remaining.toMillis();
        return all == 0 ? 0 : (int) (elapsed * 100 / all);
    }

    /** Without waiting: the next look tells the engine. */
    @Override
    public void expire() {
        endWished = true;
    }

    @Override
    public synchronized boolean abort() throws HypervisorException {
        try {
            engine.abort(domain);
        } catch (HypervisorException e) {
            if (e.reason() != Reason.INVALID_STATE || engine.progress(domain) != null) {
                throw e;
            }
            endWished = true; // it has not begun yet, or has just ended
        }
        return true;
    }
}
