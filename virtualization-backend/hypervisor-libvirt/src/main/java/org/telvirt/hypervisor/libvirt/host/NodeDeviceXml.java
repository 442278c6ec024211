package org.telvirt.hypervisor.libvirt.host;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.host.HostDevice;
import org.telvirt.hypervisor.host.HostDevice.Kind;
import org.telvirt.hypervisor.libvirt.xml.XmlDocument;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;
import org.telvirt.hypervisor.libvirt.xml.XmlText;

/** A device of the host, out of libvirt's XML of it. */
final class NodeDeviceXml {
    private NodeDeviceXml() {}

    /**
     * Reads a document as virNodeDeviceGetXMLDesc gives it.
     *
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    static HostDevice read(String xml) throws HypervisorException {
        XmlElement device = XmlDocument.parse(xml).root();
        XmlElement capability = device.child("capability");
        XmlElement driver = device.child("driver");
        String type = capability == null ? null : capability.get("type");
        String name = XmlText.of(device, "name");
        Kind kind = kind(type);
        return new HostDevice(
                name == null ? "" : name,
                kind,
                XmlText.of(device, "parent"),
                driver == null ? null : XmlText.of(driver, "name"),
                described(capability, "vendor"),
                described(capability, "product"),
                capability == null ? null : node(kind, capability),
                capability == null ? null : address(kind, capability));
    }

    private static Kind kind(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "pci" -> Kind.PCI;
            case "usb_device" -> Kind.USB;
            case "net" -> Kind.NETWORK;
            case "storage" -> Kind.STORAGE;
            default -> Kind.OTHER;
        };
    }

    /** What people call it, else its number. */
    private static @Nullable String described(@Nullable XmlElement capability, String which) {
        XmlElement element = capability == null ? null : capability.child(which);
        if (element == null) {
            return null;
        }
        String text = element.text().strip();
        return text.isEmpty() ? element.get("id") : text;
    }

    private static @Nullable String node(Kind kind, XmlElement capability) {
        return switch (kind) {
            case NETWORK -> XmlText.of(capability, "interface");
            case STORAGE -> XmlText.of(capability, "block");
            default -> null;
        };
    }

    private static @Nullable String address(Kind kind, XmlElement capability) {
        return switch (kind) {
            case PCI ->
                String.format(
                        Locale.ROOT,
                        "%04x:%02x:%02x.%x",
                        number(capability, "domain"),
                        number(capability, "bus"),
                        number(capability, "slot"),
                        number(capability, "function"));
            case USB ->
                String.format(Locale.ROOT, "%03d:%03d", number(capability, "bus"), number(capability, "device"));
            case NETWORK -> XmlText.of(capability, "address");
            default -> null;
        };
    }

    private static int number(XmlElement capability, String which) {
        String text = XmlText.of(capability, which);
        try {
            return text == null ? 0 : Integer.decode(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
