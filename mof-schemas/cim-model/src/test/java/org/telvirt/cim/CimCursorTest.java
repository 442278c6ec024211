package org.telvirt.cim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CimCursorTest {
    /** Counts how often it was closed and fails after its last value. */
    private static final class Failing implements CimCursor<Integer> {
        private int next = 1;
        private int closed;

        @Override
        public @Nullable Integer next() throws CimException {
            if (next > 3) {
                throw CimException.failed("no more");
            }
            return next++;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void aStepThatGivesNullDropsTheValue() throws CimException {
        CimCursor<Integer> odd = CimCursor.of(List.of(1, 2, 3, 4, 5)).map(n -> n % 2 == 1 ? n * 10 : null);

        assertThat(odd.toList()).containsExactly(10, 30, 50);
    }

    @Test
    void theSourceIsClosedWhenReadingAllFails() {
        Failing source = new Failing();

        assertThatExceptionOfType(CimException.class)
                .isThrownBy(() -> source.map(n -> n).toList())
                .withMessage("no more");
        assertThat(source.closed).isEqualTo(1);
    }

    @Test
    void anEmptyRunEndsAtOnce() throws CimException {
        assertThat(CimCursor.empty().next()).isNull();
    }
}
