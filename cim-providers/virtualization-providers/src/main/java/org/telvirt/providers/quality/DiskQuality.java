package org.telvirt.providers.quality;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.Cache;
import org.telvirt.hypervisor.definition.Disk.ErrorPolicy;
import org.telvirt.hypervisor.definition.Disk.Handling;
import org.telvirt.hypervisor.definition.Disk.Quality;
import org.telvirt.providers.settings.Coding;
import org.telvirt.providers.settings.SettingsReader;

/** How much a drive may read and write, how fast that is to be, and what is done when it fails. */
public final class DiskQuality {
    private static final Coding<Cache> CACHES = new Coding<>(Map.of(
            Cache.NONE, 2,
            Cache.WRITETHROUGH, 3,
            Cache.WRITEBACK, 4,
            Cache.DIRECTSYNC, 5,
            Cache.UNSAFE, 6));
    private static final Coding<ErrorPolicy> READ_ERRORS =
            new Coding<>(Map.of(ErrorPolicy.STOP, 2, ErrorPolicy.REPORT, 3, ErrorPolicy.IGNORE, 4));
    private static final Coding<ErrorPolicy> WRITE_ERRORS = new Coding<>(Map.of(
            ErrorPolicy.STOP, 2,
            ErrorPolicy.REPORT, 3,
            ErrorPolicy.IGNORE, 4,
            ErrorPolicy.ENOSPACE, 5));

    private DiskQuality() {}

    public static void describe(CimInstance.Builder settings, Disk disk) {
        Quality quality = disk.quality();
        Handling handling = disk.handling();
        Integer weight = quality.weight();
        settings.with(QualityNames.READ_BANDWIDTH_LIMIT, rate(quality.read()))
                .with(QualityNames.WRITE_BANDWIDTH_LIMIT, rate(quality.write()))
                .with(QualityNames.READ_OPERATIONS_LIMIT, count(quality.readsPerSecond()))
                .with(QualityNames.WRITE_OPERATIONS_LIMIT, count(quality.writesPerSecond()))
                .with(QualityNames.IO_WEIGHT, CimValues.uint32(weight == null ? 0 : weight))
                .with(QualityNames.LATENCY_TARGET, ProcessorQuality.micros(quality.latency()))
                .with(QualityNames.CACHE_MODE, CACHES.value(handling.cache()))
                .with(QualityNames.READ_ERROR_POLICY, READ_ERRORS.value(handling.onReadError()))
                .with(QualityNames.WRITE_ERROR_POLICY, WRITE_ERRORS.value(handling.onWriteError()));
    }

    private static CimValue rate(@Nullable DataRate rate) {
        return CimValues.uint64(rate == null ? 0 : rate.bytesPerSecond());
    }

    private static CimValue count(@Nullable Long count) {
        return CimValues.uint64(count == null ? 0 : count);
    }

    /** The disk with what the settings say. */
    public static Disk apply(Disk disk, SettingsReader settings) throws CimException {
        Quality quality = disk.quality();
        Handling handling = disk.handling();
        Integer weight = quality.weight();
        Long asked = settings.amountOr(
                QualityNames.IO_WEIGHT, weight == null ? null : (Long) weight.longValue(), Integer.MAX_VALUE);
        return disk.withQuality(new Quality(
                        rate(settings, QualityNames.READ_BANDWIDTH_LIMIT, quality.read()),
                        rate(settings, QualityNames.WRITE_BANDWIDTH_LIMIT, quality.write()),
                        count(settings, QualityNames.READ_OPERATIONS_LIMIT, quality.readsPerSecond()),
                        count(settings, QualityNames.WRITE_OPERATIONS_LIMIT, quality.writesPerSecond()),
                        asked == null ? null : (Integer) asked.intValue(),
                        ProcessorQuality.slice(settings, QualityNames.LATENCY_TARGET, quality.latency())))
                .withHandling(new Handling(
                        CACHES.read(settings, QualityNames.CACHE_MODE, handling.cache()),
                        READ_ERRORS.read(settings, QualityNames.READ_ERROR_POLICY, handling.onReadError()),
                        WRITE_ERRORS.read(settings, QualityNames.WRITE_ERROR_POLICY, handling.onWriteError())));
    }

    private static @Nullable DataRate rate(SettingsReader settings, CimName name, @Nullable DataRate present)
            throws CimException {
        Long bytes = count(settings, name, present == null ? null : (Long) present.bytesPerSecond());
        return bytes == null ? null : new DataRate(bytes);
    }

    private static @Nullable Long count(SettingsReader settings, CimName name, @Nullable Long present)
            throws CimException {
        return settings.amountOr(name, present, Long.MAX_VALUE);
    }
}
