package org.telvirt.providers.device;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.Disk.Medium;
import org.telvirt.providers.settings.SettingsReader;

/** Where the bytes of a drive are: HostResource or HostExtentName, and ImageFormat. */
final class MediumMapper {
    private static final String DEVICES = "/dev/";

    private MediumMapper() {}

    /** The format; null: not said. */
    static @Nullable String format(Medium medium) {
        if (medium instanceof FileMedium file) {
            return file.format();
        }
        return medium instanceof BlockMedium block ? block.format() : null;
    }

    /** The medium that the settings ask for; null: none. */
    static @Nullable Medium apply(@Nullable Medium present, SettingsReader settings) throws CimException {
        String location = location(present, settings);
        String format = settings.text(ResourceNames.IMAGE_FORMAT);
        if (location == null || (present != null && location.equals(present.location()))) {
            return present == null || format == null ? present : reformatted(present, format, settings);
        }
        return location.startsWith(DEVICES) ? new BlockMedium(location, format) : new FileMedium(location, format);
    }

    private static Medium reformatted(Medium present, String format, SettingsReader settings) throws CimException {
        if (present instanceof FileMedium file) {
            return new FileMedium(file.path(), format);
        } else if (present instanceof BlockMedium block) {
            return new BlockMedium(block.path(), format);
        }
        throw settings.refuse("ImageFormat cannot be set for " + present.location());
    }

    /** Both properties show the place, and a client that read them may have changed just one of them. */
    private static @Nullable String location(@Nullable Medium present, SettingsReader settings) throws CimException {
        String resource = path(settings.onlyText(ResourceNames.HOST_RESOURCE), present, settings);
        String extent = path(settings.text(ResourceNames.HOST_EXTENT_NAME), present, settings);
        String before = present == null ? null : present.location();
        if (resource == null || resource.equals(before)) {
            return extent == null ? resource : extent;
        } else if (extent == null || extent.equals(before) || extent.equals(resource)) {
            return resource;
        }
        throw settings.refuse(
                "HostResource " + resource + " and HostExtentName " + extent + " are two places; give one");
    }

    private static @Nullable String path(@Nullable String text, @Nullable Medium present, SettingsReader settings)
            throws CimException {
        if (text == null || (present != null && text.equals(present.location()))) {
            return text;
        }
        String path = HostFile.path(text);
        if (path == null) {
            throw settings.refuse("'" + text + "' is no file or device of the host; give its absolute path or"
                    + " file: URI, such as file:///var/lib/images/a.img");
        }
        return path;
    }
}
