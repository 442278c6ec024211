package org.telvirt.facility.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about, but not for ever. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Await() {}

    /**
     * Returns when the condition holds.
     *
     * @throws AssertionError if it does not hold within 30 s
     */
    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            Thread.onSpinWait();
        }
    }
}
