package org.telvirt.benchmarks.wire;

import java.util.Arrays;

/** What was measured several times, in milliseconds. */
final class Figures {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double HUNDRED = 100;

    private final double[] sorted;

    /**
     * @param nanos in any order
     */
    Figures(long[] nanos) {
        this.sorted = Arrays.stream(nanos)
                .mapToDouble(n -> n / NANOS_PER_MILLI)
                .sorted()
                .toArray();
    }

    /** The nearest rank; NaN: nothing was measured. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / HUNDRED * sorted.length);
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(rank - 1, 0)];
    }

    double median() {
        return percentile(HUNDRED / 2);
    }
}
