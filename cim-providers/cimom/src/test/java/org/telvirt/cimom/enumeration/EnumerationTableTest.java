package org.telvirt.cimom.enumeration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cimom.fleet.Failures.assertFails;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.MovableClock;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0200 5.4.2.24")
class EnumerationTableTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long BOUND = 10;

    private final MovableClock clock = new MovableClock();
    private final EnumerationTable table = new EnumerationTable(EnumerationLimits.DEFAULT, clock);
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(BOUND, TimeUnit.SECONDS)).isTrue();
    }

    /** Yields paths; a step may wait or fail. */
    private static final class Source implements CimCursor<CimInstancePath> {
        private final Deque<Step> steps = new ArrayDeque<>();
        private final AtomicInteger closed = new AtomicInteger();

        @FunctionalInterface
        interface Step {
            @Nullable
            CimInstancePath take() throws CimException;
        }

        static Source of(int items) {
            Source source = new Source();
            for (int i = 0; i < items; i++) {
                source.then(() -> CimInstancePath.of(CimName.of("X")));
            }
            return source;
        }

        Source then(Step step) {
            steps.add(step);
            return this;
        }

        @Override
        public @Nullable CimInstancePath next() throws CimException {
            Step step = steps.poll();
            return step == null ? null : step.take();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private EnumerationPart<CimInstancePath> open(Source source, long count) throws CimException {
        return table.open(FleetNames.ROOT_VIRT, "tester", ItemKind.INSTANCE_PATHS, source, TIMEOUT, count);
    }

    private EnumerationPart<CimInstancePath> pull(String context, long count) throws CimException {
        return table.pull(key(context), ItemKind.INSTANCE_PATHS, count);
    }

    private static EnumerationKey key(String context) {
        return new EnumerationKey(FleetNames.ROOT_VIRT, "tester", context);
    }

    private static CimException broken() {
        return CimException.failed("broken");
    }

    @Nested
    class SourceIsClosed {
        @Test
        void atTheEnd() throws CimException {
            Source source = Source.of(3);
            String context = open(source, 1).context();
            assertThat(source.closed).hasValue(0);

            pull(context, 5);

            assertThat(source.closed).hasValue(1);
        }

        @Test
        void whenOpenReachesTheEnd() throws CimException {
            Source source = Source.of(1);
            open(source, 1);

            assertThat(source.closed).hasValue(1);
        }

        @Test
        void byClose() throws CimException {
            Source source = Source.of(3);
            table.close(key(open(source, 1).context()));

            assertThat(source.closed).hasValue(1);
        }

        @Test
        void byExpiry() throws CimException {
            Source source = Source.of(3);
            open(source, 1);
            clock.advance(TIMEOUT.plusMillis(1));

            table.closeExpired();

            assertThat(source.closed).hasValue(1);
            assertThat(table.size()).isZero();
        }

        @Test
        void byFailure() throws CimException {
            Source source = Source.of(2).then(() -> {
                throw broken();
            });
            String context = open(source, 1).context();

            assertThat(pull(context, 1).items()).hasSize(1);
            assertFails(CimStatus.FAILED, () -> pull(context, 1), "broken");
            assertThat(source.closed).hasValue(1);
            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> pull(context, 1));
        }

        @Test
        void byFailureOfOpen() {
            Source source = new Source().then(() -> {
                throw broken();
            });

            assertFails(CimStatus.FAILED, () -> open(source, 1), "broken");
            assertThat(source.closed).hasValue(1);
            assertThat(table.size()).isZero();
        }

        @Test
        void whenAllAreClosed() throws CimException {
            Source source = Source.of(2);
            open(source, 1);
            table.closeAll();

            assertThat(source.closed).hasValue(1);
        }
    }

    @Nested
    class DuringAPull {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final Source source = Source.of(1).then(() -> item(false)).then(() -> item(true));
        private String context = "";
        private Future<EnumerationPart<CimInstancePath>> pulling;

        private CimInstancePath item(boolean wait) throws CimException {
            if (wait) {
                reached.countDown();
                try {
                    assertThat(goOn.await(BOUND, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw broken();
                }
            }
            return CimInstancePath.of(CimName.of("X"));
        }

        private void startPull() throws Exception {
            context = open(source, 1).context();
            pulling = threads.submit(() -> pull(context, 5));
            assertThat(reached.await(BOUND, TimeUnit.SECONDS)).isTrue();
        }

        private EnumerationPart<CimInstancePath> pulled() throws Exception {
            goOn.countDown();
            try {
                return pulling.get(BOUND, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException e) {
                throw (Exception) e.getCause();
            }
        }

        @Test
        void aCloseSucceedsAndThePullHasBeenAbandoned() throws Exception {
            startPull();
            table.close(key(context));
            assertThat(source.closed).as("only the puller may use the source").hasValue(0);

            assertFails(CimStatus.PULL_HAS_BEEN_ABANDONED, this::pulled);
            assertThat(source.closed).hasValue(1);
            assertThat(table.size()).isZero();
        }

        @Test
        void aSecondPullIsRefusedAndTheFirstGoesOn() throws Exception {
            startPull();

            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> pull(context, 1), "being pulled");
            assertThat(pulled().items()).hasSize(2);
        }

        @Test
        void theLeaseDoesNotEnd() throws Exception {
            startPull();
            clock.advance(TIMEOUT.multipliedBy(10));
            table.closeExpired();

            assertThat(pulled().items()).hasSize(2);
        }

        @Test
        void theServerCanClose() throws Exception {
            startPull();
            table.closeAll();

            assertFails(CimStatus.PULL_HAS_BEEN_ABANDONED, this::pulled);
            assertThat(source.closed).hasValue(1);
        }
    }

    @Test
    void manyPullersAndClosersNeverShareASourceOrLoseOne() throws Exception {
        int enumerations = 200;
        List<Source> sources = java.util.stream.IntStream.range(0, enumerations)
                .mapToObj(i -> Source.of(50))
                .toList();
        AtomicInteger badEnds = new AtomicInteger();
        List<Future<?>> work = new java.util.ArrayList<>();
        for (Source source : sources) {
            String context = open(source, 1).context();
            work.add(threads.submit(() -> pullToTheEnd(context, badEnds)));
            work.add(threads.submit(() -> pullToTheEnd(context, badEnds)));
            work.add(threads.submit(() -> closeQuietly(context, badEnds)));
        }
        for (Future<?> one : work) {
            one.get(BOUND, TimeUnit.SECONDS);
        }

        assertThat(badEnds).hasValue(0);
        assertThat(table.size()).isZero();
        assertThat(sources).allSatisfy(source -> assertThat(source.closed).hasValue(1));
    }

    private void pullToTheEnd(String context, AtomicInteger badEnds) {
        try {
            while (!pull(context, 3).endOfSequence()) {
                Thread.onSpinWait();
            }
        } catch (CimException e) {
            if (e.status() != CimStatus.INVALID_ENUMERATION_CONTEXT
                    && e.status() != CimStatus.PULL_HAS_BEEN_ABANDONED) {
                badEnds.incrementAndGet();
            }
        }
    }

    private void closeQuietly(String context, AtomicInteger badEnds) {
        try {
            table.close(key(context));
        } catch (CimException e) {
            if (e.status() != CimStatus.INVALID_ENUMERATION_CONTEXT) {
                badEnds.incrementAndGet();
            }
        }
    }
}
