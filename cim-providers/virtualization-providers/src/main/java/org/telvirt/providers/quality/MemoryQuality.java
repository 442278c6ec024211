package org.telvirt.providers.quality;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Memory.Management;
import org.telvirt.hypervisor.definition.Memory.Pages;
import org.telvirt.hypervisor.definition.Memory.Placement;
import org.telvirt.hypervisor.definition.Memory.PlacementMode;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.providers.settings.Coding;
import org.telvirt.providers.settings.SettingsReader;

/** What memory is made of, where on the host it is, and whether it changes. */
public final class MemoryQuality {
    private static final Coding<Management> MANAGEMENT =
            new Coding<>(Map.of(Management.STATIC, 2, Management.DYNAMIC, 3));
    private static final Coding<PlacementMode> MODES = new Coding<>(Map.of(
            PlacementMode.STRICT, 2,
            PlacementMode.PREFERRED, 3,
            PlacementMode.INTERLEAVE, 4,
            PlacementMode.RESTRICTIVE, 5));

    private static final CimName LIMIT = CimName.of("Limit");

    private MemoryQuality() {}

    public static void describe(CimInstance.Builder settings, Memory memory) {
        Pages pages = memory.pages();
        Placement placement = memory.placement();
        settings.with(QualityNames.MEMORY_MANAGEMENT, MANAGEMENT.value(memory.management()))
                .with(QualityNames.HOST_LIMIT, bytes(memory.limit()))
                .with(QualityNames.PAGE_SIZE, bytes(pages.size()))
                .with(QualityNames.LOCKED, CimValues.bool(pages.locked()))
                .with(QualityNames.PREALLOCATED, CimValues.bool(pages.preallocated()))
                .with(QualityNames.PAGE_SHARING, CimValues.bool(pages.sharable()))
                .with(QualityNames.NUMA_MODE, MODES.value(placement == null ? null : placement.mode()))
                .with(QualityNames.NUMA_NODES, placement == null ? null : NumberSets.text(placement.nodes()));
    }

    private static CimValue bytes(@Nullable ByteSize size) {
        return CimValues.uint64(size == null ? 0 : size.bytes());
    }

    /** The memory with what the settings say; its sizes have been read. */
    public static Memory apply(Memory memory, SettingsReader settings) throws CimException {
        Pages pages = memory.pages();
        Management management = MANAGEMENT.read(settings, QualityNames.MEMORY_MANAGEMENT, memory.management());
        // whoever asks for memory that stays need not say that it cannot grow
        boolean fixed = management == Management.STATIC && !settings.says(LIMIT);
        return memory.withSizes(memory.size(), fixed ? memory.size() : memory.maximum())
                .withManagement(management)
                .withLimit(size(settings, QualityNames.HOST_LIMIT, memory.limit()))
                .withPages(new Pages(
                        size(settings, QualityNames.PAGE_SIZE, pages.size()),
                        settings.flag(QualityNames.LOCKED, pages.locked()),
                        settings.flag(QualityNames.PREALLOCATED, pages.preallocated()),
                        settings.flag(QualityNames.PAGE_SHARING, pages.sharable())))
                .withPlacement(placement(memory.placement(), settings));
    }

    private static @Nullable ByteSize size(SettingsReader settings, CimName name, @Nullable ByteSize present)
            throws CimException {
        Long bytes = settings.amountOr(name, present == null ? null : (Long) present.bytes(), Long.MAX_VALUE);
        return bytes == null ? null : new ByteSize(bytes);
    }

    private static @Nullable Placement placement(@Nullable Placement present, SettingsReader settings)
            throws CimException {
        NumberSet nodes = NumberSets.read(settings, QualityNames.NUMA_NODES, present == null ? null : present.nodes());
        PlacementMode mode = MODES.read(settings, QualityNames.NUMA_MODE, present == null ? null : present.mode());
        if (nodes == null) {
            if (present == null && mode != null) {
                throw settings.refuse("NUMAMode needs NUMANodes, such as 0-1");
            }
            return null;
        } else if (mode == null) {
            return present == null ? new Placement(PlacementMode.STRICT, nodes) : null;
        }
        return new Placement(mode, nodes);
    }
}
