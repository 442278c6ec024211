package org.telvirt.providers.device;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.Disk.Medium;
import org.telvirt.hypervisor.definition.Disk.NetworkMedium;
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
        if (medium instanceof NetworkMedium network) {
            return network.format();
        }
        return medium instanceof BlockMedium block ? block.format() : null;
    }

    /** The place as HostExtentName writes it. */
    static String text(Medium medium) {
        return medium instanceof NetworkMedium network ? NetworkLocation.text(network) : medium.location();
    }

    /** The medium that the settings ask for; null: none. */
    static @Nullable Medium apply(@Nullable Medium present, SettingsReader settings) throws CimException {
        String location = location(present, settings);
        String format = settings.text(ResourceNames.IMAGE_FORMAT);
        if (location == null || (present != null && location.equals(text(present)))) {
            return present == null || format == null ? present : reformatted(present, format, settings);
        }
        NetworkMedium network = NetworkLocation.parse(location, format);
        if (network != null) {
            return network;
        }
        return location.startsWith(DEVICES) ? new BlockMedium(location, format) : new FileMedium(location, format);
    }

    private static Medium reformatted(Medium present, String format, SettingsReader settings) throws CimException {
        if (present instanceof FileMedium file) {
            return new FileMedium(file.path(), format);
        } else if (present instanceof BlockMedium block) {
            return new BlockMedium(block.path(), format);
        } else if (present instanceof NetworkMedium network) {
            return new NetworkMedium(network.protocol(), network.name(), network.servers(), format);
        }
        throw settings.refuse("ImageFormat cannot be set for " + present.location());
    }

    /** Both properties show the place, and a client that read them may have changed just one of them. */
    private static @Nullable String location(@Nullable Medium present, SettingsReader settings) throws CimException {
        String resource = path(settings.onlyText(ResourceNames.HOST_RESOURCE), present, settings);
        String extent = path(settings.text(ResourceNames.HOST_EXTENT_NAME), present, settings);
        String before = present == null ? null : text(present);
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
        if (text == null
                || (present != null && text.equals(text(present)))
                || NetworkLocation.parse(text, null) != null) {
            return text;
        }
        String path = HostFile.path(text);
        if (path == null) {
            throw settings.refuse("'" + text + "' is no file or device of the host and no disk in the network;"
                    + " give an absolute path, a file: URI such as file:///var/lib/images/a.img, or one such as"
                    + " nbd://10.0.0.1:10809/root");
        }
        return path;
    }
}
