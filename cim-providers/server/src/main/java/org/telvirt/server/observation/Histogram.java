package org.telvirt.server.observation;

import java.util.concurrent.atomic.LongAdder;

/** How often something took how long. Safe for use by many threads. */
final class Histogram {
    /** Upper bounds of the buckets, in seconds; the last bucket has none. */
    static final double[] BOUNDS = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private static final double NANOS = 1e9;

    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
        for (int index = 0; index < buckets.length; index++) {
            buckets[index] = new LongAdder();
        }
    }

    void add(long took) {
        int bucket = 0;
        while (bucket < BOUNDS.length && took > BOUNDS[bucket] * NANOS) {
            bucket++;
        }
        buckets[bucket].increment();
        nanos.add(took);
    }

    /** How often it was within each bound, and last of all how often it was. */
    long[] cumulated() {
        long[] counts = new long[buckets.length];
        long sum = 0;
        for (int index = 0; index < counts.length; index++) {
            sum += buckets[index].sum();
            counts[index] = sum;
        }
        return counts;
    }

    double seconds() {
        return nanos.sum() / NANOS;
    }
}
