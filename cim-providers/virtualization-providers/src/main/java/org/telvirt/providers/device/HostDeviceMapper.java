package org.telvirt.providers.device;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.HostDevice;
import org.telvirt.hypervisor.definition.HostDevice.PciDevice;
import org.telvirt.hypervisor.definition.HostDevice.UsbDevice;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.settings.SettingsReader;

/** Devices of the host that a system has to itself, and their settings (DSP1059): Address names the device. */
public final class HostDeviceMapper implements DeviceMapper<HostDevice> {
    /** Its ResourceType: I/O Slot, of PCI. */
    public static final int IO_SLOT = 12;

    /** Its ResourceType: I/O Device, of USB. */
    public static final int IO_DEVICE = 13;

    private static final int PASSED_THROUGH = 2;
    private static final String PCI = "pci";
    private static final String USB = "usb";
    private static final Pattern PCI_ADDRESS =
            Pattern.compile("(?:([0-9a-f]{1,4}):)?([0-9a-f]{1,2}):([0-9a-f]{1,2})\\.([0-7])");
    private static final Pattern USB_ADDRESS = Pattern.compile("([0-9a-f]{4}):([0-9a-f]{4})");

    @Override
    public List<HostDevice> in(DomainDefinition definition) {
        return definition.hostDevices();
    }

    @Override
    public DomainDefinition put(DomainDefinition definition, List<HostDevice> devices) {
        return definition.withHostDevices(devices);
    }

    @Override
    public String name(HostDevice device, int index) {
        return device.address();
    }

    @Override
    public int consumerVisibility() {
        return PASSED_THROUGH;
    }

    @Override
    public void describe(CimInstance.Builder settings, HostDevice device) {
        boolean pci = device instanceof PciDevice;
        settings.with(ResourceNames.RESOURCE_TYPE, CimValues.uint16(pci ? IO_SLOT : IO_DEVICE))
                .with(ResourceNames.RESOURCE_SUB_TYPE, OrgId.prefix(pci ? PCI : USB))
                .with(ResourceNames.ADDRESS, device.address());
    }

    @Override
    public HostDevice apply(@Nullable HostDevice present, SettingsReader settings) throws CimException {
        settings.accept(ResourceNames.VIRTUAL_QUANTITY_UNITS, CimValues.text(ProgrammaticUnit.COUNT));
        settings.accept(ResourceNames.VIRTUAL_QUANTITY, CimValues.uint64(1));
        settings.accept(ResourceNames.CONSUMER_VISIBILITY, CimValues.uint16(PASSED_THROUGH));
        String address = settings.text(ResourceNames.ADDRESS);
        String subType = settings.text(ResourceNames.RESOURCE_SUB_TYPE);
        HostDevice device = address == null ? present : parse(address.toLowerCase(Locale.ROOT));
        if (device == null) {
            throw settings.refuse("Address '" + address + "' is no device of the host; give one of PCI, such as"
                    + " 0000:06:12.5, or of USB, such as 046d:c52b");
        }
        String bus = device instanceof PciDevice ? PCI : USB;
        if (subType != null && !bus.equalsIgnoreCase(OrgId.strip(subType))) {
            throw settings.refuse(
                    "Address " + device.address() + " is one of " + bus + ", not of ResourceSubType '" + subType + "'");
        }
        return device;
    }

    private static @Nullable HostDevice parse(String address) {
        Matcher pci = PCI_ADDRESS.matcher(address);
        if (pci.matches()) {
            String domain = pci.group(1);
            return new PciDevice(
                    domain == null ? 0 : hexadecimal(domain),
                    hexadecimal(pci.group(2)),
                    hexadecimal(pci.group(3)),
                    hexadecimal(pci.group(4)));
        }
        Matcher usb = USB_ADDRESS.matcher(address);
        return usb.matches() ? new UsbDevice(hexadecimal(usb.group(1)), hexadecimal(usb.group(2))) : null;
    }

    private static int hexadecimal(String digits) {
        return Integer.parseInt(digits, 16);
    }
}
