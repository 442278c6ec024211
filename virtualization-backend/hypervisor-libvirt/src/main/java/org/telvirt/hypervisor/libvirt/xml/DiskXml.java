package org.telvirt.hypervisor.libvirt.xml;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.Disk.Medium;
import org.telvirt.hypervisor.definition.Disk.OtherMedium;

/** One {@code <disk>}. */
final class DiskXml {
    private DiskXml() {}

    static Disk read(XmlElement disk) {
        return new Disk(
                DomainXml.get(disk, "target", "dev"),
                device(disk.get("device")),
                bus(DomainXml.get(disk, "target", "bus")),
                medium(disk),
                disk.child("readonly") != null,
                DomainXml.number(disk, "boot", "order"));
    }

    private static DeviceType device(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "cdrom" -> DeviceType.CDROM;
            case "floppy" -> DeviceType.FLOPPY;
            default -> DeviceType.DISK;
        };
    }

    private static @Nullable Bus bus(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return switch (word) {
            case "virtio" -> Bus.VIRTIO;
            case "ide" -> Bus.IDE;
            case "sata" -> Bus.SATA;
            case "scsi" -> Bus.SCSI;
            case "usb" -> Bus.USB;
            case "fdc" -> Bus.FLOPPY;
            case "xen" -> Bus.XEN;
            default -> Bus.OTHER;
        };
    }

    private static @Nullable Medium medium(XmlElement disk) {
        XmlElement source = disk.child("source");
        if (source == null) {
            return null;
        }
        String type = disk.get("type");
        String format = DomainXml.get(disk, "driver", "type");
        String file = source.get("file");
        String device = source.get("dev");
        if (file != null && (type == null || type.equals("file"))) {
            return new FileMedium(file, format);
        } else if (device != null && "block".equals(type)) {
            return new BlockMedium(device, format);
        }
        return new OtherMedium(Objects.requireNonNullElse(type, "file") + ":" + where(source));
    }

    private static String where(XmlElement source) {
        StringBuilder where = new StringBuilder();
        for (String part : new String[] {"protocol", "pool", "volume", "name", "dir", "file", "dev"}) {
            String value = source.get(part);
            if (value != null) {
                where.append(where.isEmpty() ? "" : "/").append(value);
            }
        }
        return where.toString();
    }

    static XmlElement create(Edit edit, Disk disk, Bus bus, String target) throws HypervisorException {
        XmlElement element = XmlElement.of("disk").set("type", "file").set("device", DomainXml.word(disk.device()));
        element.add(XmlElement.of("target").set("dev", target).set("bus", word(edit, bus)));
        medium(edit, element, null, disk.medium());
        if (disk.readOnly()) {
            element.add(XmlElement.of("readonly"));
        }
        edit.bootOrder(element, disk.bootOrder());
        return element;
    }

    static void edit(Edit edit, XmlElement element, Disk present, Disk wanted) throws HypervisorException {
        XmlElement target = element.child("target");
        if (target != null && wanted.target() != null) {
            target.set("dev", wanted.target());
        }
        if (wanted.device() != present.device()) {
            element.set("device", DomainXml.word(wanted.device()));
        }
        if (target != null && wanted.bus() != null && wanted.bus() != present.bus()) {
            target.set("bus", word(edit, wanted.bus()));
            dropAddress(element);
        }
        if (!Objects.equals(wanted.medium(), present.medium())) {
            medium(edit, element, present.medium(), wanted.medium());
        }
        XmlElement readOnly = element.child("readonly");
        if (wanted.readOnly() && readOnly == null) {
            element.add(XmlElement.of("readonly"));
        } else if (!wanted.readOnly() && readOnly != null) {
            element.remove(readOnly);
        }
        if (!Objects.equals(wanted.bootOrder(), present.bootOrder())) {
            edit.bootOrder(element, wanted.bootOrder());
        }
    }

    /** The place on the old bus; libvirt finds one on the new. */
    private static void dropAddress(XmlElement element) {
        XmlElement address = element.child("address");
        if (address != null) {
            element.remove(address);
        }
    }

    private static String word(Edit edit, Bus bus) throws HypervisorException {
        return switch (bus) {
            case FLOPPY -> "fdc";
            case OTHER -> throw edit.unsupported("a disk", "the bus OTHER only tells of what is there already");
            default -> DomainXml.word(bus);
        };
    }

    private static void medium(Edit edit, XmlElement element, @Nullable Medium present, @Nullable Medium wanted)
            throws HypervisorException {
        XmlElement source = element.child("source");
        if (wanted == null) {
            if (source != null) {
                element.remove(source);
            }
        } else if (wanted instanceof FileMedium file) {
            put(element, source(element, present instanceof FileMedium), "file", file.path());
            format(element, file.format());
        } else if (wanted instanceof BlockMedium block) {
            put(element, source(element, present instanceof BlockMedium), "dev", block.path());
            element.set("type", "block");
            format(element, block.format());
        } else {
            throw edit.unsupported("a disk", "its storage '" + wanted.location() + "' cannot be chosen here");
        }
    }

    private static void put(XmlElement element, XmlElement source, String attribute, String path) {
        element.set("type", "file");
        source.set(attribute, path);
    }

    /** The source, of the same kind as before with all that it has, or a new one in its place. */
    private static XmlElement source(XmlElement element, boolean isSameKind) {
        XmlElement old = element.child("source");
        if (old != null && isSameKind) {
            return old;
        }
        XmlElement source = XmlElement.of("source");
        element.add(source, old == null ? element.child("driver") : old);
        if (old != null) {
            element.remove(old);
        }
        return source;
    }

    private static void format(XmlElement element, @Nullable String format) {
        if (format == null) {
            return; // as it was
        }
        XmlElement driver = element.child("driver");
        if (driver == null) {
            driver = XmlElement.of("driver").set("name", "qemu");
            element.add(driver, null);
        }
        driver.set("type", format);
    }
}
