package org.telvirt.hypervisor.statistics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a processor of the host has spent its time since the host's start.
 *
 * @param number as the kernel counts; null: all together
 * @param user outside the kernel, guests included
 * @param system in the kernel, interrupts included
 * @param idle with nothing to do
 * @param waiting with nothing to do but for input and output that was under way
 * @param stolen by the hypervisor below, if the host is itself a guest
 */
public record ProcessorTimes(
        @Nullable Integer number,
        @Nullable Duration user,
        @Nullable Duration system,
        @Nullable Duration idle,
        @Nullable Duration waiting,
        @Nullable Duration stolen) {}
