package org.telvirt.query.pattern;

import java.util.List;

/**
 * A set of characters: ranges, or all but those.
 *
 * @param others whether the set is of all others
 */
record Letters(List<Range> ranges, boolean others) {
    /** Any character. */
    static final Letters ANY = new Letters(List.of(), true);

    /** From one code point to another, both included. */
    record Range(int first, int last) {}

    Letters {
        ranges = List.copyOf(ranges);
    }

    static Letters of(int codePoint) {
        return new Letters(List.of(new Range(codePoint, codePoint)), false);
    }

    boolean contains(int codePoint) {
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            if (range.first <= codePoint && codePoint <= range.last) {
                return !others;
            }
        }
        return others;
    }

    /** Whether it has the character regardless of case. */
    boolean containsAnyCase(int codePoint) {
        boolean upper = contains(Character.toUpperCase(codePoint));
        boolean lower = contains(Character.toLowerCase(codePoint));
        // the complement of a letter has neither form of it
        return others ? upper && lower : upper || lower;
    }
}
