package org.telvirt.hypervisor.statistics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the machine had used at one time, whoever used it.
 *
 * @param time when it was read
 * @param processors all of them together
 * @param perProcessor those that are online
 * @param memory null: the platform cannot tell
 * @param load null: the platform cannot tell
 * @param contextSwitches of all threads since its start
 * @param interrupts since its start
 * @param links its network interfaces
 * @param disks its disks, without parts of them
 */
public record HostSample(
        Instant time,
        SampleCost cost,
        ProcessorTimes processors,
        List<ProcessorTimes> perProcessor,
        @Nullable HostMemoryUse memory,
        @Nullable Load load,
        @Nullable Long contextSwitches,
        @Nullable Long interrupts,
        List<PortUse> links,
        List<HostDiskUse> disks) {
    public HostSample {
        perProcessor = List.copyOf(perProcessor);
        links = List.copyOf(links);
        disks = List.copyOf(disks);
    }
}
