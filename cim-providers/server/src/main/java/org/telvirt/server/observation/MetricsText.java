package org.telvirt.server.observation;

import java.util.Arrays;

/** Writes OpenMetrics 1.0. A small format needs no library, and the start no slower. */
final class MetricsText {
    /** The media type. */
    static final String TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final StringBuilder text = new StringBuilder();
    private String family = "";

    /**
     * Begins a family of metrics; its samples follow.
     *
     * @param type counter, gauge, histogram or info
     */
    MetricsText family(String name, String type, String help) {
        family = name;
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        return this;
    }

    /**
     * A sample of the family.
     *
     * @param suffix such as {@code _total}; empty: none
     * @param labels names and values in turn
     */
    MetricsText sample(String suffix, long value, String... labels) {
        return sample(suffix, Long.toString(value), labels);
    }

    private MetricsText sample(String suffix, String value, String... labels) {
        text.append(family).append(suffix);
        for (int index = 0; index < labels.length; index += 2) {
            text.append(index == 0 ? '{' : ',').append(labels[index]).append("=\"");
            text.append(labels[index + 1]
                    .replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n"));
            text.append('"');
        }
        text.append(labels.length > 0 ? "} " : " ").append(value).append('\n');
        return this;
    }

    /**
     * A histogram of the family.
     *
     * @param labels names and values in turn
     */
    MetricsText histogram(Histogram histogram, String... labels) {
        long[] counts = histogram.cumulated();
        String[] bounded = Arrays.copyOf(labels, labels.length + 2);
        bounded[labels.length] = "le";
        for (int index = 0; index < counts.length; index++) {
            bounded[labels.length + 1] =
                    index < Histogram.BOUNDS.length ? Double.toString(Histogram.BOUNDS[index]) : "+Inf";
            sample("_bucket", counts[index], bounded);
        }
        sample("_count", counts[counts.length - 1], labels);
        return sample("_sum", Double.toString(histogram.seconds()), labels);
    }

    String end() {
        return text.append("# EOF\n").toString();
    }
}
