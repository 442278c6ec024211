package org.telvirt.server.attention;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Half of the processors, at most, that may look for the next request while nobody else has work for them. */
public final class Attention {
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors() / 2);
    private final AtomicInteger running;

    /**
     * @param running how many requests are being worked on
     */
    public Attention(AtomicInteger running) {
        this.running = running;
    }

    /** Whether the caller may look; if so, it says when it has ended. */
    boolean begin() {
        return !isNeededElsewhere() && processors.tryAcquire();
    }

    void end() {
        processors.release();
    }

    boolean isNeededElsewhere() {
        return running.get() > 0;
    }
}
