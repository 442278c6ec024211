package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.statistics.DomainSample;
import org.telvirt.hypervisor.statistics.DomainStatistics;
import org.telvirt.hypervisor.statistics.HostMemoryUse;
import org.telvirt.hypervisor.statistics.HostSample;
import org.telvirt.hypervisor.statistics.Load;
import org.telvirt.hypervisor.statistics.ProcessorTimes;
import org.telvirt.hypervisor.statistics.SampleCost;
import org.telvirt.hypervisor.statistics.Statistics;
import org.telvirt.hypervisor.statistics.StatisticsFeature;

/** What the domains of a simulated host use, and the host as their sum. Safe for use by many threads. */
final class SimulatedStatistics implements Statistics {
    private final SimulatedHypervisor engine;

    SimulatedStatistics(SimulatedHypervisor engine) {
        this.engine = engine;
    }

    @Override
    public Map<StatisticsFeature, String> missing() {
        return Map.of();
    }

    @Override
    public DomainSample domains() throws HypervisorException {
        SimulatedHost host = engine.reach();
        return host.alone(() -> sample(host));
    }

    private static DomainSample sample(SimulatedHost host) {
        Instant now = host.clock().instant();
        List<DomainStatistics> all = new ArrayList<>();
        for (SimulatedDomain domain : host.registry().all()) {
            if (domain.isActive()) {
                all.add(domain.use.read(domain, now));
            }
        }
        return new DomainSample(now, cost(host, now), all);
    }

    private static SampleCost cost(SimulatedHost host, Instant begin) {
        Duration elapsed = Duration.between(begin, host.clock().instant());
        return new SampleCost(elapsed, elapsed, null);
    }

    @Override
    public HostSample host() throws HypervisorException {
        SimulatedHost host = engine.reach();
        DomainSample sample = host.alone(() -> sample(host));
        Instant now = sample.time();
        int processors = host.settings().facts().processors();
        Duration up = Duration.between(host.started(), now);
        Duration busy = Duration.ZERO;
        long used = 0;
        long switches = 0;
        for (DomainStatistics domain : sample.domains()) {
            Duration time = domain.processors().time();
            busy = time == null ? busy : busy.plus(time);
            ByteSize resident = domain.memory().resident();
            used += resident == null ? 0 : resident.bytes();
            switches += domain.scheduling() == null ? 0 : domain.scheduling().switches();
        }
        Duration each = busy.dividedBy(processors);
        ByteSize memory = host.settings().facts().memory();
        ByteSize free = new ByteSize(Math.max(0, memory.bytes() - used));
        double load = up.isZero() ? 0 : (double) busy.toNanos() / up.toNanos();
        return new HostSample(
                now,
                cost(host, now),
                times(null, busy, up.multipliedBy(processors)),
                IntStream.range(0, processors)
                        .mapToObj(number -> times(number, each, up))
                        .toList(),
                new HostMemoryUse(memory, free, free, ByteSize.ZERO, null, null),
                new Load(load, load, load),
                switches,
                null,
                List.of(),
                List.of());
    }

    private static ProcessorTimes times(@Nullable Integer number, Duration busy, Duration up) {
        Duration idle = up.minus(busy);
        return new ProcessorTimes(number, busy, Duration.ZERO, idle.isNegative() ? Duration.ZERO : idle, null, null);
    }
}
