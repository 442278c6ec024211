package org.telvirt.facility.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SerialQueueTest {
    private final List<String> handed = new ArrayList<>();

    @Test
    void handsOnInOrderAndNothingBeforeTheFlush() {
        SerialQueue<String> queue = new SerialQueue<>(Runnable::run, 10, handed::add);
        queue.add("a");
        queue.add("b");
        assertThat(handed).isEmpty();

        queue.flush();

        assertThat(handed).containsExactly("a", "b");
    }

    @Test
    void refusesMoreThanItsCapacity() {
        SerialQueue<String> queue = new SerialQueue<>(Runnable::run, 2, handed::add);

        assertThat(queue.add("a") && queue.add("b")).isTrue();
        assertThat(queue.add("c")).isFalse();
        queue.clear();
        assertThat(queue.add("d")).isTrue();
        queue.flush();

        assertThat(handed).containsExactly("d");
    }

    @Test
    void keepsTheOrderOfWhatTheConsumerAddsItself() {
        List<SerialQueue<String>> own = new ArrayList<>();
        SerialQueue<String> queue = new SerialQueue<>(Runnable::run, 10, item -> {
            if (item.equals("a")) {
                own.get(0).add("c");
                own.get(0).flush();
            }
            handed.add(item);
        });
        own.add(queue);
        queue.add("a");
        queue.add("b");

        queue.flush();

        assertThat(handed).containsExactly("a", "b", "c");
    }

    @Test
    void goesOnAfterAConsumerThatFails() {
        SerialQueue<String> queue = new SerialQueue<>(Runnable::run, 10, item -> {
            handed.add(item);
            if (item.equals("a")) {
                throw new IllegalStateException("so");
            }
        });
        queue.add("a");
        queue.add("b");

        assertThatThrownBy(queue::flush).hasMessage("so");

        assertThat(handed).containsExactly("a", "b");
    }

    @Test
    void bearsAnExecutorThatHasEnded() {
        ExecutorService ended = Executors.newSingleThreadExecutor();
        ended.shutdown();
        SerialQueue<String> queue = new SerialQueue<>(ended, 10, handed::add);
        queue.add("a");

        queue.flush();

        assertThat(handed).isEmpty();
    }

    @RepeatedTest(5)
    @Timeout(60)
    void losesNothingAndNeverRunsTwiceAtOnceWithManyThreads() throws Exception {
        int threads = 4;
        int each = 2000;
        ExecutorService pool = Executors.newFixedThreadPool(threads + 2);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(threads * each);
        List<Integer> seen = new ArrayList<>();
        SerialQueue<Integer> queue = new SerialQueue<>(pool, Integer.MAX_VALUE, item -> {
            if (inside.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            seen.add(item);
            inside.decrementAndGet();
            all.countDown();
        });

        for (int thread = 0; thread < threads; thread++) {
            int first = thread * each;
            pool.execute(() -> addAll(queue, first, each));
        }

        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        pool.shutdown();
        assertThat(overlaps).hasValue(0);
        for (int thread = 0; thread < threads; thread++) {
            int first = thread * each;
            assertThat(seen.stream().filter(item -> item >= first && item < first + each))
                    .hasSize(each)
                    .isSorted();
        }
    }

    private static void addAll(SerialQueue<Integer> queue, int first, int count) {
        Random random = new Random(first);
        for (int i = 0; i < count; i++) {
            queue.add(first + i);
            if (random.nextBoolean() || i == count - 1) {
                queue.flush();
            }
        }
    }
}
