package org.telvirt.server.access;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts wrong passwords by who tried them, and makes the next try wait longer each time after the first few. Safe for
 * use by many threads.
 */
final class GuessTable {
    /** The longest wait; short enough that nobody can lock out an administrator for good. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(15);
    static final int CAPACITY = 10_000;

    private final int freeGuesses;
    private final LongSupplier nanoTime;
    // guarded by this; the one that has been quiet for longest comes first
    private final Map<String, Guesses> table = new LinkedHashMap<>();

    private record Guesses(int wrong, long lastNanos) {}

    /**
     * @param freeGuesses wrong passwords that cost nothing: people mistype
     * @param nanoTime a clock as of {@link System#nanoTime}
     */
    GuessTable(int freeGuesses, LongSupplier nanoTime) {
        this.freeGuesses = freeGuesses;
        this.nanoTime = nanoTime;
    }

    /** How long the guesser must wait before the next try; zero: not at all. */
    synchronized Duration waitFor(String guesser) {
        Guesses guesses = table.get(guesser);
        if (guesses == null || guesses.wrong < freeGuesses) {
            return Duration.ZERO;
        }
        Duration left = penalty(guesses.wrong).minusNanos(nanoTime.getAsLong() - guesses.lastNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Doubles from one second on. */
    private Duration penalty(int wrong) {
        Duration penalty = Duration.ofSeconds(1L << Math.min(wrong - freeGuesses, 10));
        return penalty.compareTo(LONGEST_WAIT) < 0 ? penalty : LONGEST_WAIT;
    }

    synchronized void wrong(String guesser) {
        long now = nanoTime.getAsLong();
        Guesses before = table.remove(guesser);
        forgetTheQuiet(now);
        table.put(guesser, new Guesses(before == null ? 1 : before.wrong + 1, now));
    }

    private void forgetTheQuiet(long now) {
        Iterator<Guesses> quietestFirst = table.values().iterator();
        while (quietestFirst.hasNext()) {
            boolean forgiven = now - quietestFirst.next().lastNanos > FORGIVEN_AFTER.toNanos();
            if (!forgiven && table.size() < CAPACITY) {
                return;
            }
            quietestFirst.remove();
        }
    }

    synchronized int size() {
        return table.size();
    }

    synchronized void right(String guesser) {
        table.remove(guesser);
    }
}
