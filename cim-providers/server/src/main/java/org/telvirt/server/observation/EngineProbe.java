package org.telvirt.server.observation;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;

/** Asks the hypervisor now and then whether it is there; one that does not come back to us is not. */
public final class EngineProbe {
    private static final Logger LOG = LoggerFactory.getLogger(EngineProbe.class);
    /** Several rounds of asking. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Hypervisor engine;
    private final LongSupplier nanoTime;
    private volatile long answeredAt;
    private volatile boolean answers = true;

    /**
     * @param engine has just answered
     * @param nanoTime a clock as of {@link System#nanoTime}
     */
    public EngineProbe(Hypervisor engine, LongSupplier nanoTime) {
        this.engine = engine;
        this.nanoTime = nanoTime;
        this.answeredAt = nanoTime.getAsLong();
    }

    /** Asks; blocks as long as the hypervisor does. */
    public void ask() {
        try {
            engine.host();
            answeredAt = nanoTime.getAsLong();
            answers = true;
        } catch (HypervisorException e) {
            if (answers) {
                LOG.error("The hypervisor does not answer: {}", e.getMessage());
            }
            answers = false;
        }
    }

    /** Whether it answered the last time, and not long ago. */
    public boolean answers() {
        return answers && nanoTime.getAsLong() - answeredAt < PATIENCE.toNanos();
    }
}
