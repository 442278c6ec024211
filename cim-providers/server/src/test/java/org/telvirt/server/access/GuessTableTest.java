package org.telvirt.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessTableTest {
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5); // a clock may pass the end of its range
    private final GuessTable table = new GuessTable(1, nanoTime::get);

    @Test
    void forgetsWhoHasBeenQuietForLong() {
        table.wrong("one");
        nanoTime.addAndGet(Duration.ofMinutes(16).toNanos());
        table.wrong("other");

        assertThat(table.size()).isEqualTo(1);
        assertThat(table.waitFor("one")).isZero();
    }

    @Test
    void neverGrowsPastItsCapacityAndForgetsTheQuietestFirst() {
        table.wrong("first");
        table.wrong("second");
        table.wrong("first");
        for (int guesser = 0; guesser < GuessTable.CAPACITY - 1; guesser++) {
            table.wrong("guesser " + guesser);
        }

        assertThat(table.size()).isEqualTo(GuessTable.CAPACITY);
        assertThat(table.waitFor("second")).isZero();
        assertThat(table.waitFor("first")).isPositive();
    }
}
