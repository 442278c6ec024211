package org.telvirt.hypervisor.libvirt.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.Disk.DeviceType;

/** The {@code <disk>}s of a domain. */
final class DisksXml {
    private DisksXml() {}

    static List<Disk> read(XmlElement domain) {
        XmlElement devices = domain.child("devices");
        List<Disk> disks = new ArrayList<>();
        if (devices != null) {
            devices.children("disk").forEach(disk -> disks.add(DiskXml.read(disk)));
        }
        return disks;
    }

    static void edit(Edit edit, List<Disk> present, List<Disk> wanted) throws HypervisorException {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement devices = edit.devices();
        List<XmlElement> elements = devices.children("disk");
        Pairing<Disk> pairing = Pairing.of(present, wanted, Disk::target);
        for (int i = 0; i < present.size(); i++) {
            Disk successor = pairing.successor(i);
            if (successor == null) {
                devices.remove(elements.get(i));
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
        String machine = os == null ? null : DomainXml.get(os, "type", "machine");
        return machine != null && machine.contains("q35") ? Bus.SATA : Bus.IDE;
    }

    private static String freeTarget(XmlElement devices, Bus bus) {
        Set<@Nullable String> taken = new HashSet<>();
        devices.children("disk").forEach(disk -> taken.add(DomainXml.get(disk, "target", "dev")));
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
}
