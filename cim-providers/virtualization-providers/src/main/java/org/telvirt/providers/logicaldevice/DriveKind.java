package org.telvirt.providers.logicaldevice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.Disk.Medium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.device.DiskMapper;

/**
 * Drives of one type (DSP1047): a disk is the CIM_LogicalDisk that its guest sees, drives for media that are changed are
 * CIM_CDROMDrive and CIM_DisketteDrive. How large a disk is, is not in its definition.
 */
record DriveKind(DeviceType type, CimName className, String caption) implements DeviceKind {
    static final DriveKind DISK = new DriveKind(DeviceType.DISK, CimName.of("Telvirt_LogicalDisk"), "Disk");
    static final DriveKind CDROM = new DriveKind(DeviceType.CDROM, CimName.of("Telvirt_CDROMDrive"), "CD drive");
    static final DriveKind FLOPPY =
            new DriveKind(DeviceType.FLOPPY, CimName.of("Telvirt_DisketteDrive"), "Floppy drive");

    private static final CimName SETTINGS = CimName.of("Telvirt_StorageAllocationSettingData");
    private static final DiskMapper MAPPER = new DiskMapper();
    private static final String PREFIX = "disk/";

    private static final int FIXED_BLOCK = 3;
    private static final int READABLE = 1;
    private static final int READ_WRITE = 3;
    private static final int BLOCK_SIZE = 512;

    private static final int RANDOM_ACCESS = 3;
    private static final int SUPPORTS_WRITING = 4;
    private static final int SUPPORTS_REMOVABLE_MEDIA = 7;

    @Override
    public List<String> names(DomainDefinition definition) {
        List<Disk> disks = definition.disks();
        List<String> names = new ArrayList<>(disks.size());
        for (int i = 0; i < disks.size(); i++) {
            if (disks.get(i).device() == type) {
                names.add(name(disks.get(i), i));
            }
        }
        return names;
    }

    /** The DeviceID of a drive. */
    static String name(Disk disk, int index) {
        return PREFIX + MAPPER.name(disk, index);
    }

    /** The drive of this DeviceID; null: there is none. */
    static @Nullable Disk find(DomainDefinition definition, String device) {
        List<Disk> disks = definition.disks();
        for (int i = 0; i < disks.size(); i++) {
            if (name(disks.get(i), i).equals(device)) {
                return disks.get(i);
            }
        }
        return null;
    }

    @Override
    public CimName settingsClass() {
        return SETTINGS;
    }

    @Override
    public void describe(CimInstance.Builder instance, DomainDefinition definition, String device) {
        Disk disk = Objects.requireNonNull(find(definition, device));
        if (type == DeviceType.DISK) {
            instance.with(DeviceNames.DATA_ORGANIZATION, CimValues.uint16(FIXED_BLOCK))
                    .with(DeviceNames.ACCESS, CimValues.uint16(disk.readOnly() ? READABLE : READ_WRITE))
                    .with(DeviceNames.IS_COMPOSITE, CimValues.bool(false))
                    .with(DeviceNames.BLOCK_SIZE, CimValues.uint64(BLOCK_SIZE))
                    .with(DeviceNames.THINLY_PROVISIONED, CimValues.bool(isThin(disk.medium())));
        } else {
            instance.with(
                            DeviceNames.CAPABILITIES,
                            disk.readOnly() || type == DeviceType.CDROM
                                    ? CimValues.uint16s(RANDOM_ACCESS, SUPPORTS_REMOVABLE_MEDIA)
                                    : CimValues.uint16s(RANDOM_ACCESS, SUPPORTS_WRITING, SUPPORTS_REMOVABLE_MEDIA))
                    .with(DeviceNames.NUMBER_OF_MEDIA_SUPPORTED, CimValues.uint32(1));
        }
    }

    /** Whether space is taken only when it is written: images of QEMU's own format grow. */
    private static boolean isThin(@Nullable Medium medium) {
        String format = null;
        if (medium instanceof FileMedium file) {
            format = file.format();
        } else if (medium instanceof BlockMedium block) {
            format = block.format();
        }
        return "qcow2".equals(format);
    }
}
