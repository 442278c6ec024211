package org.telvirt.server.porch;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Watches how fast a client sends or takes; counts only the time that was spent waiting for it. */
final class Pace {
    private final long bytesPerSecond;
    private final long patienceNanos;
    private final LongSupplier nanoTime;
    private long bytes;
    private long waitedNanos;

    /**
     * @param patience how long the client may be slower
     * @param nanoTime a clock as of {@link System#nanoTime}
     */
    Pace(long bytesPerSecond, Duration patience, LongSupplier nanoTime) {
        this.bytesPerSecond = bytesPerSecond;
        this.patienceNanos = patience.toNanos();
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
        if (waitedNanos > patienceNanos && bytes < waitedNanos / 1e9 * bytesPerSecond) {
            throw new SlowClientException(bytesPerSecond);
        }
    }
}
