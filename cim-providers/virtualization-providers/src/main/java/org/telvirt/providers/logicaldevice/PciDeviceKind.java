package org.telvirt.providers.logicaldevice;

import java.util.List;
import java.util.stream.Stream;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.HostDevice.PciDevice;

/** PCI devices of the host that a system has to itself (DSP1059); the numbers are those on the host. */
final class PciDeviceKind implements DeviceKind {
    private static final CimName CLASS = CimName.of("Telvirt_PCIDevice");
    private static final int PCI = 5;

    @Override
    public CimName className() {
        return CLASS;
    }

    @Override
    public String caption() {
        return "PCI device of the host";
    }

    @Override
    public List<String> names(DomainDefinition definition) {
        return devices(definition).map(PciDeviceKind::name).toList();
    }

    private static Stream<PciDevice> devices(DomainDefinition definition) {
        return definition.hostDevices().stream()
                .filter(PciDevice.class::isInstance)
                .map(PciDevice.class::cast);
    }

    private static String name(PciDevice device) {
        return "host/" + device.address();
    }

    @Override
    public CimName settingsClass() {
        return CimName.of("Telvirt_HostDeviceAllocationSettingData");
    }

    @Override
    public void describe(CimInstance.Builder instance, DomainDefinition definition, String device) {
        instance.with(DeviceNames.PROTOCOL_SUPPORTED, CimValues.uint16(PCI));
        devices(definition)
                .filter(found -> name(found).equals(device))
                .forEach(found -> instance.with(DeviceNames.BUS_NUMBER, CimValues.uint8(found.bus()))
                        .with(DeviceNames.DEVICE_NUMBER, CimValues.uint8(found.slot()))
                        .with(DeviceNames.FUNCTION_NUMBER, CimValues.uint8(found.function())));
    }
}
