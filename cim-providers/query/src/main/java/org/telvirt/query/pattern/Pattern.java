package org.telvirt.query.pattern;

/** What LIKE compares a whole string with. Fixed; for use by many threads. */
@FunctionalInterface
public interface Pattern {
    /** Whether the whole string is as the pattern has it. */
    boolean matches(String text);
}
