package org.telvirt.hypervisor.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManualTimeTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ManualTime time = new ManualTime(START);
    private final List<String> ran = new ArrayList<>();

    private Runnable noting(String what) {
        return () ->
                ran.add(what + "@" + Duration.between(START, time.instant()).toSeconds());
    }

    @Test
    void runsWhatFallsDueInItsOrderAndAtItsMoment() {
        var late = time.schedule(noting("late"), 3, TimeUnit.SECONDS);
        var soon = time.schedule(noting("soon"), 1, TimeUnit.SECONDS);
        var also = time.schedule(noting("also"), 1, TimeUnit.SECONDS);

        time.advance(Duration.ofSeconds(2));

        assertThat(ran).containsExactly("soon@1", "also@1");
        assertThat(time.instant()).isEqualTo(START.plusSeconds(2));
        assertThat(late.isDone()).isFalse();
        assertThat(List.of(soon, also)).allMatch(Future::isDone);
    }

    @Test
    void runsWhatIsScheduledOnTheWay() {
        List<Future<?>> second = new ArrayList<>();
        var first = time.schedule(
                () -> second.add(time.schedule(noting("second"), 1, TimeUnit.SECONDS)), 1, TimeUnit.SECONDS);

        time.advance(Duration.ofSeconds(2));

        assertThat(first.isDone()).isTrue();
        assertThat(second).hasSize(1).allMatch(Future::isDone);
        assertThat(ran).containsExactly("second@2");
    }

    @Test
    void doesNotRunWhatWasCancelled() {
        time.schedule(noting("never"), 1, TimeUnit.SECONDS).cancel(false);

        time.advance(Duration.ofSeconds(2));

        assertThat(ran).isEmpty();
        assertThat(time.pending()).isZero();
    }

    @Test
    void repeatsUntilCancelled() {
        var repeated = time.scheduleAtFixedRate(noting("tick"), 1, 2, TimeUnit.SECONDS);

        time.advance(Duration.ofSeconds(5));
        repeated.cancel(false);
        time.advance(Duration.ofSeconds(5));

        assertThat(ran).containsExactly("tick@1", "tick@3", "tick@5");
    }

    @Test
    void keepsAFailureInItsFuture() {
        var failing = time.schedule(
                () -> {
                    throw new IllegalStateException("so");
                },
                1,
                TimeUnit.SECONDS);

        time.advance(Duration.ofSeconds(1));

        assertThatThrownBy(failing::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("so");
    }

    @Test
    void runsNothingOnceShutDown() {
        var waiting = time.schedule(noting("never"), 1, TimeUnit.SECONDS);
        time.shutdown();
        var late = time.schedule(noting("never"), 1, TimeUnit.SECONDS);

        time.advance(Duration.ofSeconds(2));

        assertThat(ran).isEmpty();
        assertThat(List.of(waiting, late)).noneMatch(Future::isDone);
    }
}
