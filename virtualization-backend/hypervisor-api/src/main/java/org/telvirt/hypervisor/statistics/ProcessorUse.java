package org.telvirt.hypervisor.statistics;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time of the host's processors that a domain has used, its emulation included.
 *
 * @param time all of it
 * @param user the part spent outside the kernel
 * @param system the part spent in it
 * @param virtualProcessors those that are plugged in, by number; empty: the platform does not tell them apart
 */
public record ProcessorUse(
        @Nullable Duration time,
        @Nullable Duration user,
        @Nullable Duration system,
        List<VirtualProcessorUse> virtualProcessors) {
    public ProcessorUse {
        virtualProcessors = List.copyOf(virtualProcessors);
    }
}
