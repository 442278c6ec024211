package org.telvirt.facility.testing;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Keeps what it is given until it is told to run it, on the thread that tells it. Safe for use by many threads. */
public final class HeldExecutor implements Executor {
    private final Queue<Runnable> held = new ArrayDeque<>();

    @Override
    public synchronized void execute(Runnable command) {
        held.add(command);
    }

    /** Runs all that is held, and what is added by that. */
    public void runAll() {
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private synchronized Runnable next() {
        return held.poll();
    }
}
