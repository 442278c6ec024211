package org.telvirt.query;

import java.time.InstantSource;

/**
 * What bounds queries, and the time they see.
 *
 * @param maxLength the most characters of a query
 * @param maxDepth the deepest nesting of an expression, in parentheses and in runs of operators alike
 * @param maxCollected the most rows that ORDER BY, DISTINCT and aggregates may keep at once
 * @param clock what CurrentDateTime tells
 */
public record QuerySettings(int maxLength, int maxDepth, int maxCollected, InstantSource clock) {
    private static final int LENGTH = 65_536;
    private static final int DEPTH = 100;
    private static final int COLLECTED = 100_000;

    /** 65,536 characters, 100 deep, 100,000 rows. */
    public static QuerySettings with(InstantSource clock) {
        return new QuerySettings(LENGTH, DEPTH, COLLECTED, clock);
    }
}
