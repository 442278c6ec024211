package org.telvirt.providers.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.SharedMemory;
import org.telvirt.providers.settings.SettingsReader;

/** Memory that systems have in common, and its settings: RegionName names it, VirtualQuantity is its size. */
public final class SharedMemoryMapper implements DeviceMapper<SharedMemory> {
    /** Its ResourceType; OtherResourceType says which. */
    public static final int OTHER = 1;

    private static final CimValue TYPE = CimValues.uint16(OTHER);
    private static final CimValue WORD = CimValues.text("Shared Memory");

    @Override
    public List<SharedMemory> in(DomainDefinition definition) {
        return definition.sharedMemories();
    }

    @Override
    public DomainDefinition put(DomainDefinition definition, List<SharedMemory> memories) {
        return definition.withSharedMemories(memories);
    }

    @Override
    public String name(SharedMemory memory, int index) {
        return memory.name();
    }

    @Override
    public void describe(CimInstance.Builder settings, SharedMemory memory) {
        settings.with(ResourceNames.RESOURCE_TYPE, TYPE)
                .with(ResourceNames.OTHER_RESOURCE_TYPE, WORD)
                .with(ResourceNames.REGION_NAME, memory.name())
                .with(ResourceNames.ALLOCATION_UNITS, ProgrammaticUnit.BYTE)
                .with(ResourceNames.VIRTUAL_QUANTITY_UNITS, ProgrammaticUnit.BYTE)
                .with(
                        ResourceNames.VIRTUAL_QUANTITY,
                        CimValues.uint64(memory.size().bytes()));
    }

    @Override
    public SharedMemory apply(@Nullable SharedMemory present, SettingsReader settings) throws CimException {
        settings.accept(ResourceNames.OTHER_RESOURCE_TYPE, WORD);
        String name = settings.text(ResourceNames.REGION_NAME);
        ByteSize size = MemoryMapper.quantity(settings);
        if (present == null) {
            if (name == null || size == null) {
                throw settings.refuse("shared memory needs RegionName and VirtualQuantity with its unit");
            }
            return new SharedMemory(name, size);
        }
        return new SharedMemory(name == null ? present.name() : name, size == null ? present.size() : size);
    }
}
