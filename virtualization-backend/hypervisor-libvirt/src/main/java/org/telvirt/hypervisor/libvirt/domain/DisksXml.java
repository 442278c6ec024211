package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** The {@code <disk>}s of a domain, and in {@code <blkiotune>} its weight on single block devices of the host. */
final class DisksXml {
    private static final String TUNE = "blkiotune";

    private DisksXml() {}

    static List<Disk> read(XmlElement domain) {
        XmlElement devices = domain.child("devices");
        List<Disk> disks = new ArrayList<>();
        if (devices != null) {
            devices.children("disk").forEach(disk -> disks.add(DiskXml.read(domain, disk)));
        }
        return disks;
    }

    static void edit(Edit edit, List<Disk> present, List<Disk> wanted) throws HypervisorException {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement devices = edit.devices();
        List<XmlElement> elements = devices.children("disk");
        Edit.Pairing<Disk> pairing = Edit.Pairing.of(present, wanted, Disk::target);
        for (int i = 0; i < present.size(); i++) {
            Disk successor = pairing.successor(i);
            if (successor == null) {
                devices.remove(elements.get(i));
                DiskXml.forget(edit.domain(), present.get(i));
            } else if (!successor.equals(present.get(i))) {
                DiskXml.edit(edit, elements.get(i), present.get(i), successor);
            }
        }
        for (Disk disk : pairing.added()) {
            Bus bus = disk.bus() == null ? usualBus(edit.domain(), disk.device()) : disk.bus();
            String target = disk.target() == null ? freeTarget(devices, bus) : disk.target();
            edit.addDevice(DiskXml.create(edit, disk, bus, target));
        }
    }

    private static Bus usualBus(XmlElement domain, DeviceType device) {
        String type = domain.get("type");
        if (device == DeviceType.FLOPPY) {
            return Bus.FLOPPY;
        } else if ("xen".equals(type)) {
            return Bus.XEN;
        } else if (device == DeviceType.DISK) {
            return Bus.VIRTIO;
        }
        XmlElement os = domain.child("os");
        String machine = os == null ? null : os.get("type", "machine");
        return machine != null && machine.contains("q35") ? Bus.SATA : Bus.IDE;
    }

    private static String freeTarget(XmlElement devices, Bus bus) {
        Set<@Nullable String> taken = new HashSet<>();
        devices.children("disk").forEach(disk -> taken.add(disk.get("target", "dev")));
        String prefix = switch (bus) {
            case VIRTIO -> "vd";
            case IDE -> "hd";
            case FLOPPY -> "fd";
            case XEN -> "xvd";
            default -> "sd";
        };
        int number = 0;
        while (taken.contains(prefix + letters(number))) {
            number++;
        }
        return prefix + letters(number);
    }

    /** a, b, … z, aa, ab, … */
    private static String letters(int number) {
        String last = String.valueOf((char) ('a' + number % 26));
        return number < 26 ? last : letters(number / 26 - 1) + last;
    }

    /** The weight of the domain on a block device of the host; null: none. */
    static @Nullable Integer weight(XmlElement domain, String path) {
        XmlElement device = device(domain, path);
        String weight = device == null ? null : device.textOf("weight");
        return weight == null ? null : Integer.valueOf(weight);
    }

    private static @Nullable XmlElement device(XmlElement domain, String path) {
        XmlElement tune = domain.child(TUNE);
        if (tune != null) {
            for (XmlElement device : tune.children("device")) {
                if (path.equals(device.textOf("path"))) {
                    return device;
                }
            }
        }
        return null;
    }

    static void weigh(XmlElement domain, String path, @Nullable Integer weight) {
        XmlElement device = device(domain, path);
        if (device == null && weight != null) {
            XmlElement made = XmlElement.of("device").add(XmlElement.of("path").text(path));
            domain.make(TUNE).add(made.add(XmlElement.of("weight").text(weight.toString())));
        } else if (device != null) {
            device.write("weight", weight == null ? null : weight.toString());
            if (device.children().size() == 1) { // nothing but its path
                domain.make(TUNE).remove(device);
                domain.tidy(TUNE);
            }
        }
    }
}
