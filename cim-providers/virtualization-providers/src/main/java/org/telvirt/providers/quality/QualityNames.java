package org.telvirt.providers.quality;

import org.telvirt.cim.CimName;

/** The properties of our own classes of resource settings that say a quality. */
final class QualityNames {
    static final CimName CORES = CimName.of("Cores");
    static final CimName DIES = CimName.of("Dies");
    static final CimName EMULATOR_PROCESSORS = CimName.of("EmulatorProcessors");
    static final CimName EXCLUSIVE = CimName.of("Exclusive");
    static final CimName HOST_PROCESSORS = CimName.of("HostProcessors");
    static final CimName HOST_PROCESSORS_OF_EACH = CimName.of("HostProcessorsOfEach");
    static final CimName HOST_PROCESSORS_OF_IO_THREADS = CimName.of("HostProcessorsOfIOThreads");
    static final CimName IO_THREADS = CimName.of("IOThreads");
    static final CimName MAXIMUM_INTERRUPT_LATENCY = CimName.of("MaximumInterruptLatency");
    static final CimName MINIMUM_TIME_SLICE = CimName.of("MinimumTimeSlice");
    static final CimName SCHEDULING_CLASS = CimName.of("SchedulingClass");
    static final CimName SCHEDULING_PRIORITY = CimName.of("SchedulingPriority");
    static final CimName SOCKETS = CimName.of("Sockets");
    static final CimName THREADS = CimName.of("Threads");
    static final CimName TIME_LIMIT = CimName.of("TimeLimit");
    static final CimName TIME_LIMIT_PERIOD = CimName.of("TimeLimitPeriod");

    static final CimName HOST_LIMIT = CimName.of("HostLimit");
    static final CimName LOCKED = CimName.of("Locked");
    static final CimName MEMORY_MANAGEMENT = CimName.of("MemoryManagement");
    static final CimName NUMA_MODE = CimName.of("NUMAMode");
    static final CimName NUMA_NODES = CimName.of("NUMANodes");
    static final CimName PAGE_SHARING = CimName.of("PageSharing");
    static final CimName PAGE_SIZE = CimName.of("PageSize");
    static final CimName PREALLOCATED = CimName.of("Preallocated");

    static final CimName CACHE_MODE = CimName.of("CacheMode");
    static final CimName IO_WEIGHT = CimName.of("IOWeight");
    static final CimName LATENCY_TARGET = CimName.of("LatencyTarget");
    static final CimName READ_BANDWIDTH_LIMIT = CimName.of("ReadBandwidthLimit");
    static final CimName READ_ERROR_POLICY = CimName.of("ReadErrorPolicy");
    static final CimName READ_OPERATIONS_LIMIT = CimName.of("ReadOperationsLimit");
    static final CimName WRITE_BANDWIDTH_LIMIT = CimName.of("WriteBandwidthLimit");
    static final CimName WRITE_ERROR_POLICY = CimName.of("WriteErrorPolicy");
    static final CimName WRITE_OPERATIONS_LIMIT = CimName.of("WriteOperationsLimit");

    private QualityNames() {}
}
