package org.telvirt.hypervisor.statistics;

import java.time.Instant;
import java.util.List;

/**
 * What all active domains had used at one time.
 *
 * @param time when the engine had answered; the counters are not older than this less {@link SampleCost#elapsed}
 * @param domains in no order
 */
public record DomainSample(Instant time, SampleCost cost, List<DomainStatistics> domains) {
    public DomainSample {
        domains = List.copyOf(domains);
    }
}
