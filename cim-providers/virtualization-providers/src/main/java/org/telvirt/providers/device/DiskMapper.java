package org.telvirt.providers.device;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.Medium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.quality.DiskQuality;
import org.telvirt.providers.settings.SettingsReader;

/**
 * Drives and their settings (DSP1047): HostResource is the file or device of the host, AddressOnParent the guest's name
 * of the drive, ResourceSubType its bus.
 */
public final class DiskMapper implements DeviceMapper<Disk> {
    /** Where the class of a disk's host extent name comes from: OS Device Name in the OS Device Namespace. */
    private static final int OS_DEVICE_NAME = 12;

    private static final int OS_DEVICE_NAMESPACE = 8;
    private static final int READABLE = 1;
    private static final int READ_WRITE = 3;

    @Override
    public List<Disk> in(DomainDefinition definition) {
        return definition.disks();
    }

    @Override
    public DomainDefinition put(DomainDefinition definition, List<Disk> disks) {
        return definition.withDisks(disks);
    }

    @Override
    public String name(Disk disk, int index) {
        String target = disk.target();
        return target == null ? String.valueOf(index) : target;
    }

    @Override
    public void describe(CimInstance.Builder settings, Disk disk) {
        Bus bus = disk.bus();
        settings.with(ResourceNames.RESOURCE_TYPE, CimValues.uint16(DriveTypes.resourceType(disk.device())))
                .with(
                        ResourceNames.RESOURCE_SUB_TYPE,
                        bus == null ? null : OrgId.prefix(bus.name().toLowerCase(Locale.ROOT)))
                .with(ResourceNames.ADDRESS_ON_PARENT, disk.target())
                .with(ResourceNames.ACCESS, CimValues.uint16(disk.readOnly() ? READABLE : READ_WRITE));
        settings.with(ResourceNames.BOOT_ORDER, BootOrder.value(disk.bootOrder()));
        DiskQuality.describe(settings, disk);
        Medium medium = disk.medium();
        if (medium != null) {
            describe(settings, medium);
        }
    }

    private static void describe(CimInstance.Builder settings, Medium medium) {
        settings.with(ResourceNames.HOST_EXTENT_NAME, MediumMapper.text(medium))
                .with(ResourceNames.IMAGE_FORMAT, MediumMapper.format(medium));
        if (medium.location().startsWith("/")) {
            settings.with(ResourceNames.HOST_RESOURCE, CimValues.texts(HostFile.uri(medium.location())))
                    .with(ResourceNames.HOST_EXTENT_NAME_FORMAT, CimValues.uint16(OS_DEVICE_NAME))
                    .with(ResourceNames.HOST_EXTENT_NAME_NAMESPACE, CimValues.uint16(OS_DEVICE_NAMESPACE));
        }
    }

    @Override
    public Disk apply(@Nullable Disk present, SettingsReader settings) throws CimException {
        settings.accept(ResourceNames.HOST_EXTENT_NAME_FORMAT, CimValues.uint16(OS_DEVICE_NAME));
        settings.accept(ResourceNames.HOST_EXTENT_NAME_NAMESPACE, CimValues.uint16(OS_DEVICE_NAMESPACE));
        // the defaults of the classes, which say nothing as long as there is no VirtualQuantity
        settings.accept(
                ResourceNames.VIRTUAL_QUANTITY_UNITS,
                CimValues.text("count(fixed size block)"),
                CimValues.text(ProgrammaticUnit.COUNT),
                CimValues.text(ProgrammaticUnit.BYTE));
        DeviceType device = DriveTypes.read(present, settings);
        Medium medium = MediumMapper.apply(present == null ? null : present.medium(), settings);
        if (medium == null && device == DeviceType.DISK) {
            throw settings.refuse("a disk needs HostResource: the file or device of the host that it is on,"
                    + " such as file:///var/lib/images/a.img");
        }
        String target = settings.text(ResourceNames.ADDRESS_ON_PARENT);
        Disk before = present == null ? new Disk(null, device, null, null, false, null) : present;
        Disk changed = before.withTarget(target == null ? before.target() : target, bus(present, settings))
                .withDevice(device)
                .withMedium(medium)
                .withReadOnly(readOnly(present, device, settings))
                .withBootOrder(BootOrder.read(settings, before.bootOrder()));
        return DiskQuality.apply(changed, settings);
    }

    private static @Nullable Bus bus(@Nullable Disk present, SettingsReader settings) throws CimException {
        Bus before = present == null ? null : present.bus();
        String text = settings.text(ResourceNames.RESOURCE_SUB_TYPE);
        if (text == null) {
            return before;
        }
        for (Bus bus : Bus.values()) {
            if (bus.name().equalsIgnoreCase(OrgId.strip(text)) && (bus != Bus.OTHER || before == Bus.OTHER)) {
                return bus;
            }
        }
        throw settings.refuse("ResourceSubType '" + text + "' is no bus of drives; give Telvirt:virtio, Telvirt:sata,"
                + " Telvirt:scsi, Telvirt:ide, Telvirt:usb, Telvirt:floppy or Telvirt:xen");
    }

    private static boolean readOnly(@Nullable Disk present, DeviceType device, SettingsReader settings)
            throws CimException {
        BigInteger access = settings.number(ResourceNames.ACCESS);
        if (access == null || access.signum() == 0) {
            return present == null ? device == DeviceType.CDROM : present.readOnly();
        } else if (access.equals(BigInteger.valueOf(READABLE)) || access.equals(BigInteger.valueOf(READ_WRITE))) {
            return access.intValue() == READABLE;
        }
        throw settings.refuse("Access " + access + " cannot be had; give 1 (Readable) or 3 (Read/Write Supported)");
    }
}
