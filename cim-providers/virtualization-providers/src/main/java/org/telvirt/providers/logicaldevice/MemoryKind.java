package org.telvirt.providers.logicaldevice;

import java.util.List;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** The memory of a system as one CIM_Memory (DSP1045), in blocks of one byte as memory has none. */
final class MemoryKind implements DeviceKind {
    private static final CimName CLASS = CimName.of("Telvirt_Memory");
    private static final CimName SETTINGS = CimName.of("Telvirt_MemoryAllocationSettingData");
    private static final int READ_WRITE = 3;

    @Override
    public CimName className() {
        return CLASS;
    }

    @Override
    public String caption() {
        return "Memory";
    }

    @Override
    public List<String> names(DomainDefinition definition) {
        return List.of("memory");
    }

    @Override
    public CimName settingsClass() {
        return SETTINGS;
    }

    @Override
    public void describe(CimInstance.Builder instance, DomainDefinition definition, String device) {
        CimValue bytes = CimValues.uint64(definition.memory().size().bytes());
        instance.with(DeviceNames.VOLATILE, CimValues.bool(true))
                .with(DeviceNames.ACCESS, CimValues.uint16(READ_WRITE))
                .with(DeviceNames.IS_COMPOSITE, CimValues.bool(false))
                .with(DeviceNames.BLOCK_SIZE, CimValues.uint64(1))
                .with(DeviceNames.NUMBER_OF_BLOCKS, bytes)
                .with(DeviceNames.CONSUMABLE_BLOCKS, bytes);
    }
}
