package org.telvirt.benchmarks.engine;

import java.util.Arrays;
import java.util.Locale;

/** Times of one thing done again and again, sorted. */
final class Figures {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final long[] nanos;

    Figures(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    /** The nearest-rank percentile in milliseconds. */
    double percentile(int percent) {
        int rank = Math.max(1, (int) Math.ceil(nanos.length * percent / 100.0));
        return nanos[rank - 1] / NANOS_PER_MILLISECOND;
    }

    double median() {
        return percentile(50);
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f |%n",
                name,
                percentile(1),
                median(),
                percentile(99),
                percentile(100));
    }
}
