package org.telvirt.server.porch;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Watches how fast a client sends or takes; counts only the time that was spent waiting for it. */
final class Pace {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

    private final long bytesPerSecond;
    private final LongSupplier nanoTime;
    private long bytes;
    private long waitedNanos;

    Pace(long bytesPerSecond, LongSupplier nanoTime) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanoTime = nanoTime;
    }

    long begin() {
        return nanoTime.getAsLong();
    }

    /**
     * @param began from {@link #begin}
     * @throws SlowClientException it has been too slow for too long
     */
    void end(long began, int moved) throws IOException {
        waitedNanos += nanoTime.getAsLong() - began;
        bytes += moved;
        if (waitedNanos > PATIENCE_NANOS && bytes < waitedNanos / 1e9 * bytesPerSecond) {
            throw new SlowClientException(bytesPerSecond);
        }
    }
}
