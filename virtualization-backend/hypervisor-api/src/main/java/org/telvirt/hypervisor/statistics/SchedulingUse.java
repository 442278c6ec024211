package org.telvirt.hypervisor.statistics;

import java.time.Duration;

/**
 * How the host's kernel has treated the threads of a domain that live now.
 *
 * @param threads how many they are
 * @param voluntarySwitches how often they gave their processor away to wait for something
 * @param involuntarySwitches how often it was taken from them
 * @param runTime that they had a processor
 * @param runDelay that they were ready to run and had to wait for one
 * @param slices how often they were given one; {@code runDelay} by this is the wait for each
 */
public record SchedulingUse(
        int threads,
        long voluntarySwitches,
        long involuntarySwitches,
        Duration runTime,
        Duration runDelay,
        long slices) {
    /** All context switches. */
    public long switches() {
        return voluntarySwitches + involuntarySwitches;
    }
}
