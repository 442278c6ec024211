package org.telvirt.cimom.enumeration;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How an enumeration is kept.
 *
 * @param timeout how long after each answer; zero: for ever
 * @param continueOnError whether it is kept after a pull that failed
 * @param total how many values there are about; empty: nobody knows
 */
public record Lease(Duration timeout, boolean continueOnError, OptionalLong total) {
    /** One that an error ends, of nobody knows how many values. */
    public static Lease of(Duration timeout) {
        return new Lease(timeout, false, OptionalLong.empty());
    }
}
