package org.telvirt.providers.logicaldevice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * What drives the drives of a bus: one controller for each bus that a drive is on. The port of the engines knows buses,
 * not controllers, so a second one of the same bus is not told apart.
 */
record ControllerKind(CimName className, Set<Bus> buses) implements DeviceKind {
    static final ControllerKind IDE = new ControllerKind(CimName.of("Telvirt_IDEController"), Set.of(Bus.IDE));
    static final ControllerKind SCSI = new ControllerKind(CimName.of("Telvirt_SCSIController"), Set.of(Bus.SCSI));
    static final ControllerKind USB = new ControllerKind(CimName.of("Telvirt_USBController"), Set.of(Bus.USB));
    static final ControllerKind OTHER = new ControllerKind(
            CimName.of("Telvirt_Controller"), Set.of(Bus.VIRTIO, Bus.SATA, Bus.FLOPPY, Bus.XEN, Bus.OTHER));

    private static final String PREFIX = "controller/";

    @Override
    public String caption() {
        return "Controller";
    }

    @Override
    public List<String> names(DomainDefinition definition) {
        return Arrays.stream(Bus.values())
                .filter(bus ->
                        buses.contains(bus) && definition.disks().stream().anyMatch(disk -> disk.bus() == bus))
                .map(ControllerKind::name)
                .toList();
    }

    private static String name(Bus bus) {
        return PREFIX + bus.name().toLowerCase(Locale.ROOT);
    }

    /** The DeviceID of what drives a drive; null: none of this kind does, or there is no drive. */
    @Nullable
    String driving(@Nullable Disk disk) {
        Bus bus = disk == null ? null : disk.bus();
        return bus == null || !buses.contains(bus) ? null : name(bus);
    }

    @Override
    public @Nullable CimName settingsClass() {
        return null;
    }

    @Override
    public void describe(CimInstance.Builder instance, DomainDefinition definition, String device) {
        Bus bus = Bus.valueOf(device.substring(PREFIX.length()).toUpperCase(Locale.ROOT));
        instance.with(DeviceNames.PROTOCOL_SUPPORTED, CimValues.uint16(protocol(bus)))
                .with(DeviceNames.PROTOCOL_DESCRIPTION, bus.name());
    }

    private static int protocol(Bus bus) {
        return switch (bus) {
            case FLOPPY -> 7;
            case SCSI -> 9;
            case USB -> 16;
            case IDE -> 37;
            case SATA -> 48;
            case VIRTIO, XEN -> 1;
            case OTHER -> 2;
        };
    }
}
