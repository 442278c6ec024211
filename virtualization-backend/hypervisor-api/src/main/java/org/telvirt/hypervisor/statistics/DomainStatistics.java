package org.telvirt.hypervisor.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;

/**
 * What one active domain has used so far.
 *
 * @param disks in the order of its definition
 * @param ports its network ports, in the order of its definition
 * @param scheduling of the host's threads that run it; null: the platform cannot tell, or cannot be seen into
 */
public record DomainStatistics(
        DomainId id,
        String name,
        DomainState state,
        ProcessorUse processors,
        MemoryUse memory,
        List<DiskUse> disks,
        List<PortUse> ports,
        @Nullable SchedulingUse scheduling) {
    public DomainStatistics {
        disks = List.copyOf(disks);
        ports = List.copyOf(ports);
    }
}
