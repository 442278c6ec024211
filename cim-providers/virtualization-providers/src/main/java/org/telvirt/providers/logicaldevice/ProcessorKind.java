package org.telvirt.providers.logicaldevice;

import java.util.List;
import java.util.stream.IntStream;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** Virtual processors, each a CIM_Processor (DSP1044); all of a system are described by the same settings. */
final class ProcessorKind implements DeviceKind {
    private static final CimName CLASS = CimName.of("Telvirt_Processor");
    private static final CimName SETTINGS = CimName.of("Telvirt_ProcessorAllocationSettingData");
    private static final String RESOURCE = "processor";

    private static final int FAMILY_UNKNOWN = 2;
    private static final int CPU_ENABLED = 1;

    @Override
    public CimName className() {
        return CLASS;
    }

    @Override
    public String caption() {
        return "Virtual processor";
    }

    @Override
    public List<String> names(DomainDefinition definition) {
        return IntStream.range(0, definition.processors().count())
                .mapToObj(number -> RESOURCE + "/" + number)
                .toList();
    }

    @Override
    public CimName settingsClass() {
        return SETTINGS;
    }

    @Override
    public String resource(String device) {
        return RESOURCE;
    }

    @Override
    public void describe(CimInstance.Builder instance, DomainDefinition definition, String device) {
        String architecture = definition.platform().architecture();
        Integer width = architecture == null ? null : width(architecture);
        instance.with(DeviceNames.ROLE, "Central Processor")
                .with(DeviceNames.FAMILY, CimValues.uint16(FAMILY_UNKNOWN))
                .with(DeviceNames.CPU_STATUS, CimValues.uint16(CPU_ENABLED))
                .with(DeviceNames.DATA_WIDTH, width == null ? null : CimValues.uint16(width))
                .with(DeviceNames.ADDRESS_WIDTH, width == null ? null : CimValues.uint16(width));
    }

    private static int width(String architecture) {
        return architecture.contains("64") || architecture.startsWith("s390x") ? Long.SIZE : Integer.SIZE;
    }
}
