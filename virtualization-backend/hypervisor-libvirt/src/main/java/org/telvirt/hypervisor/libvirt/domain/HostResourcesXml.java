package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.HostDevice;
import org.telvirt.hypervisor.definition.HostDevice.PciDevice;
import org.telvirt.hypervisor.definition.HostDevice.UsbDevice;
import org.telvirt.hypervisor.definition.SharedMemory;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/**
 * What a domain has of the host: the {@code <hostdev>}s on its PCI and, by vendor and product, USB, and the {@code
 * <shmem>}s that are memory and nothing else. Others are not looked at.
 */
final class HostResourcesXml {
    private static final String SHARED = "ivshmem-plain";

    private HostResourcesXml() {}

    static List<HostDevice> devices(XmlElement domain) {
        XmlElement devices = domain.child("devices");
        List<HostDevice> found = new ArrayList<>();
        if (devices != null) {
            for (XmlElement element : devices.children("hostdev")) {
                HostDevice device = device(element);
                if (device != null) {
                    found.add(device);
                }
            }
        }
        return found;
    }

    private static @Nullable HostDevice device(XmlElement element) {
        XmlElement source = element.child("source");
        if (source == null || !"subsystem".equals(element.get("mode"))) {
            return null;
        }
        XmlElement address = source.child("address");
        String vendor = source.get("vendor", "id");
        String product = source.get("product", "id");
        if ("pci".equals(element.get("type")) && address != null) {
            return new PciDevice(
                    number(address.get("domain")),
                    number(address.get("bus")),
                    number(address.get("slot")),
                    number(address.get("function")));
        } else if ("usb".equals(element.get("type")) && vendor != null && product != null) {
            return new UsbDevice(number(vendor), number(product));
        }
        return null;
    }

    /** In decimal or hexadecimal, as libvirt takes it. */
    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.decode(text);
    }

    static void assign(Edit edit, List<HostDevice> present, List<HostDevice> wanted) {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement devices = edit.devices();
        Set<HostDevice> left = new HashSet<>(wanted);
        for (XmlElement element : devices.children("hostdev")) {
            HostDevice device = device(element);
            if (device != null && !left.remove(device)) {
                devices.remove(element);
            }
        }
        wanted.stream().filter(left::contains).map(HostResourcesXml::create).forEach(edit::addDevice);
    }

    private static XmlElement create(HostDevice device) {
        XmlElement source = XmlElement.of("source");
        XmlElement element = XmlElement.of("hostdev").set("mode", "subsystem");
        if (device instanceof PciDevice pci) {
            element.set("type", "pci").set("managed", "yes");
            source.add(XmlElement.of("address")
                    .set("domain", hex(4, pci.domain()))
                    .set("bus", hex(2, pci.bus()))
                    .set("slot", hex(2, pci.slot()))
                    .set("function", hex(1, pci.function())));
        } else if (device instanceof UsbDevice usb) {
            element.set("type", "usb").set("managed", "yes");
            source.add(XmlElement.of("vendor").set("id", hex(4, usb.vendor())));
            source.add(XmlElement.of("product").set("id", hex(4, usb.product())));
        }
        return element.add(source);
    }

    private static String hex(int digits, int number) {
        return String.format(Locale.ROOT, "0x%0" + digits + "x", number);
    }

    static List<SharedMemory> memories(XmlElement domain) {
        XmlElement devices = domain.child("devices");
        List<SharedMemory> memories = new ArrayList<>();
        if (devices != null) {
            memoriesOf(devices).forEach(element -> memories.add(memory(element)));
        }
        return memories;
    }

    private static List<XmlElement> memoriesOf(XmlElement devices) {
        return devices.children("shmem").stream()
                .filter(element -> SHARED.equals(element.get("model", "type"))
                        && element.get("name") != null
                        && element.child("size") != null)
                .toList();
    }

    private static SharedMemory memory(XmlElement element) {
        XmlElement size = element.make("size");
        String unit = size.get("unit");
        return new SharedMemory(
                Objects.requireNonNullElse(element.get("name"), ""),
                MemoryXml.size(size.text().strip(), unit == null ? "b" : unit, "size"));
    }

    static void share(Edit edit, List<SharedMemory> present, List<SharedMemory> wanted) {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement devices = edit.devices();
        List<XmlElement> elements = memoriesOf(devices);
        Edit.Pairing<SharedMemory> pairing = Edit.Pairing.of(present, wanted, SharedMemory::name);
        for (int i = 0; i < present.size(); i++) {
            SharedMemory successor = pairing.successor(i);
            if (successor == null) {
                devices.remove(elements.get(i));
            } else if (!successor.equals(present.get(i))) {
                put(elements.get(i), successor);
            }
        }
        for (SharedMemory memory : pairing.added()) {
            XmlElement element = XmlElement.of("shmem");
            put(element.add(XmlElement.of("model").set("type", SHARED)), memory);
            edit.addDevice(element);
        }
    }

    private static void put(XmlElement element, SharedMemory memory) {
        element.set("name", memory.name());
        long mebibyte = ByteSize.ofMebibytes(1).bytes();
        element.make("size").set("unit", "M").text(Long.toString(memory.size().bytes() / mebibyte));
    }
}
