package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.statistics.DiskUse;
import org.telvirt.hypervisor.statistics.DomainStatistics;
import org.telvirt.hypervisor.statistics.MemoryUse;
import org.telvirt.hypervisor.statistics.PortUse;
import org.telvirt.hypervisor.statistics.ProcessorUse;
import org.telvirt.hypervisor.statistics.SchedulingUse;
import org.telvirt.hypervisor.statistics.Traffic;
import org.telvirt.hypervisor.statistics.Transfer;
import org.telvirt.hypervisor.statistics.VirtualProcessorUse;

/** What a domain's run has used so far: its load times the time that it ran; touched only under the host's lock. */
final class GuestUse {
    private static final long BYTES_PER_PACKET = 1000;
    private static final long SWITCHES_PER_SECOND = 100;
    private static final Duration SLICE_DELAY = Duration.ofNanos(50_000);
    private static final double NANOS = 1e9;

    private GuestLoad load = GuestLoad.LIGHT;
    private @Nullable Instant runningSince; // null: it does not run
    private double ran; // seconds
    private double processor; // seconds of each virtual processor
    private double requests; // of each disk, each way
    private double requestBytes;
    private double requestTime; // seconds
    private double packets; // of each port, each way
    private double written; // to each disk, over all runs

    /** Something changed in what the domain does. */
    void change(Instant now, boolean isActive, boolean runs) {
        catchUp(now);
        runningSince = runs ? now : null;
        if (!isActive) {
            ran = processor = requests = requestBytes = requestTime = packets = 0;
        }
    }

    void load(Instant now, GuestLoad other) {
        catchUp(now);
        load = other;
    }

    /** How many bytes were written to each disk, over all runs. */
    long written(Instant now) {
        catchUp(now);
        return (long) written;
    }

    private void catchUp(Instant now) {
        if (runningSince != null) {
            double seconds = Duration.between(runningSince, now).toNanos() / NANOS;
            double more = seconds * load.requestsPerSecond() / 2;
            ran += seconds;
            processor += seconds * load.processorShare();
            requests += more;
            requestBytes += more * load.bytesPerRequest();
            written += more * load.bytesPerRequest();
            requestTime += more * load.latency().toNanos() / NANOS;
            packets += seconds * load.packetsPerSecond() / 2;
            runningSince = now;
        }
    }

    DomainStatistics read(SimulatedDomain domain, Instant now) {
        catchUp(now);
        DomainDefinition made = domain.active();
        int count = made.processors().count();
        Duration time = duration(processor);
        long switches = (long) (ran * SWITCHES_PER_SECOND);
        return new DomainStatistics(
                domain.id(),
                domain.name(),
                domain.state(),
                new ProcessorUse(duration(processor * count), duration(processor * count), Duration.ZERO, each(count)),
                MemoryUse.of(
                        made.memory().size(),
                        made.memory().size(),
                        made.memory().size()),
                made.disks().stream().map(this::disk).toList(),
                IntStream.range(0, made.networkPorts().size())
                        .mapToObj(number -> port(made.networkPorts(), number))
                        .toList(),
                new SchedulingUse(
                        count + 1,
                        switches,
                        0,
                        time.multipliedBy(count),
                        SLICE_DELAY.multipliedBy(switches),
                        switches));
    }

    private List<VirtualProcessorUse> each(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new VirtualProcessorUse(
                        number,
                        duration(processor),
                        Duration.ZERO,
                        SLICE_DELAY.multipliedBy((long) (ran * SWITCHES_PER_SECOND / count)),
                        load.processorShare() < 1,
                        (long) (ran * SWITCHES_PER_SECOND)))
                .toList();
    }

    private DiskUse disk(Disk disk) {
        Transfer each = new Transfer((long) requests, (long) requestBytes, duration(requestTime));
        String source = disk.medium() instanceof Disk.FileMedium file
                ? file.path()
                : disk.medium() instanceof Disk.BlockMedium block ? block.path() : null;
        return new DiskUse(
                disk.target() == null ? "" : disk.target(),
                source,
                each,
                each,
                new Transfer(0L, null, Duration.ZERO),
                0L,
                null,
                null,
                null);
    }

    private PortUse port(List<NetworkPort> ports, int number) {
        Traffic each = new Traffic(((long) packets) * BYTES_PER_PACKET, (long) packets, 0L, 0L);
        String address = ports.get(number).address();
        return new PortUse("tap-" + (address == null ? number : address), each, each);
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * NANOS));
    }
}
