package org.telvirt.providers.quality;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Placement;
import org.telvirt.hypervisor.definition.Processors.Policy;
import org.telvirt.hypervisor.definition.Processors.Quota;
import org.telvirt.hypervisor.definition.Processors.Scheduling;
import org.telvirt.hypervisor.definition.Processors.SchedulingClass;
import org.telvirt.hypervisor.definition.Processors.Topology;
import org.telvirt.providers.settings.Coding;
import org.telvirt.providers.settings.SettingsReader;

/** How the guest sees its processors, where on the host they run, and how they are scheduled. */
public final class ProcessorQuality {
    private static final int MOST_LEVEL = 1 << 16;
    private static final int MOST_THREADS = 1024;
    private static final int MOST_PRIORITY = 99;
    private static final Duration USUAL_PERIOD = Duration.ofMillis(100);

    private static final Coding<SchedulingClass> CLASSES = new Coding<>(Map.of(
            SchedulingClass.OTHER, 2,
            SchedulingClass.BATCH, 3,
            SchedulingClass.IDLE, 4,
            SchedulingClass.FIFO, 5,
            SchedulingClass.RR, 6));

    private ProcessorQuality() {}

    public static void describe(CimInstance.Builder settings, Processors processors) {
        Topology topology = processors.topology();
        if (topology != null) {
            settings.with(QualityNames.SOCKETS, CimValues.uint32(topology.sockets()))
                    .with(QualityNames.DIES, CimValues.uint32(topology.dies()))
                    .with(QualityNames.CORES, CimValues.uint32(topology.cores()))
                    .with(QualityNames.THREADS, CimValues.uint32(topology.threads()));
        }
        describe(settings, processors.placement());
        describe(settings, processors.scheduling());
    }

    private static void describe(CimInstance.Builder settings, Placement placement) {
        settings.with(QualityNames.HOST_PROCESSORS, NumberSets.text(placement.any()))
                .with(QualityNames.EMULATOR_PROCESSORS, NumberSets.text(placement.emulator()))
                .with(QualityNames.IO_THREADS, CimValues.uint32(placement.ioThreads()))
                .with(QualityNames.EXCLUSIVE, CimValues.bool(placement.exclusive()));
        NumberSets.describe(settings, QualityNames.HOST_PROCESSORS_OF_EACH, placement.each());
        NumberSets.describe(settings, QualityNames.HOST_PROCESSORS_OF_IO_THREADS, placement.eachIoThread());
    }

    private static void describe(CimInstance.Builder settings, Scheduling scheduling) {
        Policy policy = scheduling.policy();
        Quota limit = scheduling.limit();
        settings.with(QualityNames.SCHEDULING_CLASS, CLASSES.value(policy == null ? null : policy.schedulingClass()))
                .with(QualityNames.SCHEDULING_PRIORITY, CimValues.uint16(policy == null ? 0 : policy.priority()))
                .with(QualityNames.TIME_LIMIT, micros(limit == null ? null : limit.time()))
                .with(QualityNames.TIME_LIMIT_PERIOD, limit == null ? null : micros(limit.period()))
                .with(QualityNames.MINIMUM_TIME_SLICE, micros(scheduling.minimumSlice()))
                .with(QualityNames.MAXIMUM_INTERRUPT_LATENCY, micros(scheduling.interruptLatency()));
    }

    /** Rounded up, so that what is there never reads as nothing. */
    static CimValue micros(@Nullable Duration time) {
        return CimValues.uint64(time == null ? 0 : Math.max(1, time.toNanos() / 1000));
    }

    /**
     * The processors with what the settings say.
     *
     * @param before what the client may have read: what it sends back of that gives way to what followed from other numbers
     * @param numbered the same with the numbers that the settings ask for
     */
    public static Processors apply(Processors before, Processors numbered, SettingsReader settings)
            throws CimException {
        Topology topology = topology(before.topology(), settings);
        Placement placement = placement(before.placement(), settings);
        return numbered.withTopology(Objects.equals(topology, before.topology()) ? numbered.topology() : topology)
                .withPlacement(placement.equals(before.placement()) ? numbered.placement() : placement)
                .withScheduling(scheduling(before.scheduling(), settings));
    }

    private static @Nullable Topology topology(@Nullable Topology present, SettingsReader settings)
            throws CimException {
        int sockets = level(settings, QualityNames.SOCKETS, present == null ? 0 : present.sockets());
        int dies = level(settings, QualityNames.DIES, present == null ? 1 : present.dies());
        int cores = level(settings, QualityNames.CORES, present == null ? 1 : present.cores());
        int threads = level(settings, QualityNames.THREADS, present == null ? 1 : present.threads());
        if (sockets > 0) {
            return new Topology(sockets, dies, cores, threads);
        } else if (present == null && dies * cores * threads != 1) {
            throw settings.refuse("Dies, Cores and Threads need Sockets");
        }
        return null;
    }

    private static int level(SettingsReader settings, CimName name, int present) throws CimException {
        return settings.countOr(name, present, MOST_LEVEL);
    }

    private static Placement placement(Placement present, SettingsReader settings) throws CimException {
        return new Placement(
                NumberSets.read(settings, QualityNames.HOST_PROCESSORS, present.any()),
                NumberSets.readEach(settings, QualityNames.HOST_PROCESSORS_OF_EACH, present.each()),
                NumberSets.read(settings, QualityNames.EMULATOR_PROCESSORS, present.emulator()),
                settings.countOr(QualityNames.IO_THREADS, present.ioThreads(), MOST_THREADS),
                NumberSets.readEach(settings, QualityNames.HOST_PROCESSORS_OF_IO_THREADS, present.eachIoThread()),
                settings.flag(QualityNames.EXCLUSIVE, present.exclusive()));
    }

    private static Scheduling scheduling(Scheduling present, SettingsReader settings) throws CimException {
        return new Scheduling(
                policy(present.policy(), settings),
                present.shares(),
                present.reservation(),
                limit(present.limit(), settings),
                slice(settings, QualityNames.MINIMUM_TIME_SLICE, present.minimumSlice()),
                slice(settings, QualityNames.MAXIMUM_INTERRUPT_LATENCY, present.interruptLatency()));
    }

    private static @Nullable Policy policy(@Nullable Policy present, SettingsReader settings) throws CimException {
        SchedulingClass before = present == null ? null : present.schedulingClass();
        SchedulingClass after = CLASSES.read(settings, QualityNames.SCHEDULING_CLASS, before);
        int presentPriority = present == null ? 0 : present.priority();
        int priority = settings.countOr(QualityNames.SCHEDULING_PRIORITY, presentPriority, MOST_PRIORITY);
        if (after == null) {
            if (before != null || priority != 0) {
                throw settings.refuse("SchedulingPriority and SchedulingClass 0 do not go together; give a class such"
                        + " as 2 (OTHER) or 5 (FIFO)");
            }
            return null;
        } else if (!after.isRealTime() && priority == presentPriority) {
            // who leaves a real-time class has not to say that its priority goes
            return new Policy(after, 0);
        }
        return new Policy(after, priority);
    }

    private static @Nullable Quota limit(@Nullable Quota present, SettingsReader settings) throws CimException {
        Duration time = slice(settings, QualityNames.TIME_LIMIT, present == null ? null : present.time());
        Duration period =
                slice(settings, QualityNames.TIME_LIMIT_PERIOD, present == null ? USUAL_PERIOD : present.period());
        return time == null ? null : new Quota(time, period == null ? USUAL_PERIOD : period);
    }

    /** What reads the same as it is stays exactly what it is. */
    static @Nullable Duration slice(SettingsReader settings, CimName name, @Nullable Duration present)
            throws CimException {
        Duration asked = settings.microsOr(name, present);
        boolean same = present != null && asked != null && micros(asked).equals(micros(present));
        return same ? present : asked;
    }
}
