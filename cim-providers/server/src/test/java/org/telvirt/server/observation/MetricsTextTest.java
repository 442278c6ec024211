package org.telvirt.server.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetricsTextTest {
    @Test
    void escapesWhatAClientMayHaveChosen() {
        String text = new MetricsText()
                .family("a", "counter", "Help.")
                .sample("_total", 1, "b", "x\"y\\z\n")
                .end();

        assertThat(text).isEqualTo("# TYPE a counter\n# HELP a Help.\na_total{b=\"x\\\"y\\\\z\\n\"} 1\n# EOF\n");
    }

    @Test
    void cumulatesAHistogram() {
        Histogram histogram = new Histogram();
        histogram.add(TimeUnit.MICROSECONDS.toNanos(500));
        histogram.add(TimeUnit.MILLISECONDS.toNanos(2));
        histogram.add(TimeUnit.MINUTES.toNanos(1));

        String text = new MetricsText()
                .family("t", "histogram", "Help.")
                .histogram(histogram, "operation", "GetClass")
                .end();

        assertThat(text)
                .contains(
                        "t_bucket{operation=\"GetClass\",le=\"5.0E-4\"} 1\n",
                        "t_bucket{operation=\"GetClass\",le=\"0.001\"} 1\n",
                        "t_bucket{operation=\"GetClass\",le=\"0.0025\"} 2\n",
                        "t_bucket{operation=\"GetClass\",le=\"10.0\"} 2\n",
                        "t_bucket{operation=\"GetClass\",le=\"+Inf\"} 3\n",
                        "t_count{operation=\"GetClass\"} 3\n",
                        "t_sum{operation=\"GetClass\"} 60.0025\n");
    }
}
