package org.telvirt.hypervisor.statistics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one virtual processor has used.
 *
 * @param number from 0
 * @param time that it ran
 * @param blocked that it waited for input and output
 * @param delay that it was ready to run and had to wait for a processor
 * @param halted whether its guest has put it to rest just now
 * @param interrupts that were given to its guest
 */
public record VirtualProcessorUse(
        int number,
        @Nullable Duration time,
        @Nullable Duration blocked,
        @Nullable Duration delay,
        @Nullable Boolean halted,
        @Nullable Long interrupts) {}
