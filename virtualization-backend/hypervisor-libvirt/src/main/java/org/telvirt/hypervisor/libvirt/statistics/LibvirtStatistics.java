package org.telvirt.hypervisor.libvirt.statistics;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.Platform.Virtualization;
import org.telvirt.hypervisor.libvirt.LibvirtConnection;
import org.telvirt.hypervisor.libvirt.LibvirtErrors;
import org.telvirt.hypervisor.libvirt.linux.GuestProcesses;
import org.telvirt.hypervisor.libvirt.linux.HostCounters;
import org.telvirt.hypervisor.libvirt.linux.KernelFiles;
import org.telvirt.hypervisor.statistics.DomainSample;
import org.telvirt.hypervisor.statistics.DomainStatistics;
import org.telvirt.hypervisor.statistics.HostSample;
import org.telvirt.hypervisor.statistics.SampleCost;
import org.telvirt.hypervisor.statistics.SchedulingUse;
import org.telvirt.hypervisor.statistics.Statistics;
import org.telvirt.hypervisor.statistics.StatisticsFeature;

/** Statistics by libvirt's bulk call and, where the machine is this one, by its kernel. Safe for use by many threads. */
public final class LibvirtStatistics implements Statistics {
    // state, processors, balloon, virtual processors, interfaces, disks, and what the hypervisor adds to processors
    private static final int GROUPS = 1 | 2 | 4 | 8 | 16 | 32;
    private static final int ACTIVE = 1;
    /** Leaves out what another operation on a domain keeps from being told at once. */
    private static final int NOWAIT = 1 << 29;

    private static final String ATTEMPT = "Cannot read the statistics of the domains";

    private final LibvirtConnection connection;
    private final InstantSource clock;
    private final GuestProcesses processes;
    private final HostCounters counters;
    private final Map<StatisticsFeature, String> missing;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /**
     * @param capabilities of libvirt's driver
     * @param elsewhere why the machine's kernel cannot be seen, for people; null: it is this machine's
     * @param files of this machine
     */
    public LibvirtStatistics(
            LibvirtConnection connection,
            InstantSource clock,
            EngineCapabilities capabilities,
            @Nullable String elsewhere,
            KernelFiles files) {
        this.connection = connection;
        this.clock = clock;
        this.processes = new GuestProcesses(files);
        this.counters = new HostCounters(files);
        Map<StatisticsFeature, String> lacks = new EnumMap<>(StatisticsFeature.class);
        if (elsewhere != null) {
            lacks.put(StatisticsFeature.HOST, elsewhere);
            lacks.put(StatisticsFeature.SCHEDULING, elsewhere);
        } else if (isXen(capabilities)) {
            lacks.put(StatisticsFeature.HOST, "what dom0's kernel counts is dom0's, not the machine's");
            lacks.put(StatisticsFeature.SCHEDULING, "Xen's guests are no processes of dom0");
        }
        if (!capabilities.virtualizations().contains(Virtualization.KVM)) {
            lacks.put(StatisticsFeature.INTERRUPTS, "only KVM counts the interrupts of a guest");
        }
        this.missing = Map.copyOf(lacks);
    }

    private static boolean isXen(EngineCapabilities capabilities) {
        return capabilities.virtualizations().contains(Virtualization.XEN_PV)
                || capabilities.virtualizations().contains(Virtualization.XEN_PVH)
                || capabilities.virtualizations().contains(Virtualization.XEN_HVM);
    }

    @Override
    public Map<StatisticsFeature, String> missing() {
        return missing;
    }

    @Override
    public DomainSample domains() throws HypervisorException {
        Instant begin = clock.instant();
        long processorBegin = processorNanos();
        List<DomainStatistics> domains = connection.read(LibvirtStatistics::read);
        Instant answered = clock.instant();
        if (offers(StatisticsFeature.SCHEDULING)) {
            domains = withScheduling(domains);
        }
        return new DomainSample(answered, cost(begin, answered, processorBegin), domains);
    }

    private List<DomainStatistics> withScheduling(List<DomainStatistics> domains) {
        List<UUID> ids = domains.stream().map(domain -> domain.id().uuid()).toList();
        Map<UUID, SchedulingUse> scheduling = processes.scheduling(ids);
        return domains.stream()
                .map(domain -> with(domain, scheduling.get(domain.id().uuid())))
                .toList();
    }

    private static DomainStatistics with(DomainStatistics domain, @Nullable SchedulingUse scheduling) {
        return new DomainStatistics(
                domain.id(),
                domain.name(),
                domain.state(),
                domain.processors(),
                domain.memory(),
                domain.disks(),
                domain.ports(),
                scheduling);
    }

    private static List<DomainStatistics> read(Pointer connection) throws HypervisorException {
        PointerByReference records = new PointerByReference();
        int count = StatisticsLibrary.virConnectGetAllDomainStats(connection, GROUPS, records, ACTIVE | NOWAIT);
        if (count < 0) {
            HypervisorException failure = LibvirtErrors.last(ATTEMPT);
            if (failure.reason() == Reason.UNSUPPORTED) {
                return OneByOne.read(connection, ATTEMPT); // Xen
            }
            throw failure;
        }
        try {
            List<DomainStatistics> domains = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                domains.add(StatisticsRecord.read(records.getValue().getPointer((long) i * Native.POINTER_SIZE)));
            }
            return domains;
        } finally {
            StatisticsLibrary.virDomainStatsRecordListFree(records.getValue());
        }
    }

    @Override
    public HostSample host() throws HypervisorException {
        require(StatisticsFeature.HOST, "Cannot read the statistics of the host");
        Instant begin = clock.instant();
        long processorBegin = processorNanos();
        HostSample sample = counters.read(begin, new SampleCost(Duration.ZERO, Duration.ZERO, null));
        Instant end = clock.instant();
        return new HostSample(
                end,
                cost(begin, begin, processorBegin),
                sample.processors(),
                sample.perProcessor(),
                sample.memory(),
                sample.load(),
                sample.contextSwitches(),
                sample.interrupts(),
                sample.links(),
                sample.disks());
    }

    private SampleCost cost(Instant begin, Instant answered, long processorBegin) {
        long processorEnd = processorNanos();
        return new SampleCost(
                Duration.between(begin, clock.instant()),
                Duration.between(begin, answered),
                processorEnd < 0 || processorBegin < 0 ? null : Duration.ofNanos(processorEnd - processorBegin));
    }

    private long processorNanos() {
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : -1;
    }
}
