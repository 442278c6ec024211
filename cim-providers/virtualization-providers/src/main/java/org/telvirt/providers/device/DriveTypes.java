package org.telvirt.providers.device;

import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.providers.settings.SettingsReader;

/**
 * What drives are in ResourceType. A disk is a Logical Disk, which is how the guest's device is modelled; Disk Drive and
 * Storage Extent, which other implementations use, mean the same on input.
 */
public final class DriveTypes {
    /** Those of all drives. */
    public static final Set<Integer> ALL = Set.of(14, 15, 16, 17, 19, 31);

    private DriveTypes() {}

    static int resourceType(DeviceType device) {
        return switch (device) {
            case FLOPPY -> 14;
            case CDROM -> 15;
            case DISK -> 31;
        };
    }

    /** The drive that the settings ask for, which for a drive that is there must be the same. */
    static DeviceType read(@Nullable Disk present, SettingsReader settings) throws CimException {
        BigInteger type = settings.number(ResourceNames.RESOURCE_TYPE);
        DeviceType asked = type == null ? null : device(type.intValue());
        if (present == null) {
            return asked == null ? DeviceType.DISK : asked;
        } else if (asked != null && asked != present.device()) {
            throw settings.refuse(
                    "ResourceType " + type + " is another kind of drive than it is; remove it and add one");
        }
        return present.device();
    }

    private static @Nullable DeviceType device(int type) {
        return switch (type) {
            case 14 -> DeviceType.FLOPPY;
            case 15, 16 -> DeviceType.CDROM;
            case 17, 19, 31 -> DeviceType.DISK;
            default -> null;
        };
    }
}
