package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** The {@code <graphics>} of a domain that speak VNC on an address; others are not looked at. */
final class DisplaysXml {
    private DisplaysXml() {}

    static List<Display> read(XmlElement domain) {
        XmlElement devices = domain.child("devices");
        List<Display> displays = new ArrayList<>();
        if (devices != null) {
            known(devices).forEach(graphics -> displays.add(display(graphics)));
        }
        return displays;
    }

    private static List<XmlElement> known(XmlElement devices) {
        return devices.children("graphics").stream()
                .filter(graphics -> "vnc".equals(graphics.get("type")) && listen(graphics) != null)
                .toList();
    }

    private static @Nullable String listen(XmlElement graphics) {
        XmlElement listen = graphics.child("listen");
        if (listen == null) {
            return graphics.get("socket") == null
                    ? Objects.requireNonNullElse(graphics.get("listen"), Display.LOCAL.listen())
                    : null;
        }
        String address = listen.get("address");
        return "address".equals(listen.get("type"))
                ? Objects.requireNonNullElse(address, Display.LOCAL.listen())
                : null;
    }

    private static Display display(XmlElement graphics) {
        String port = graphics.get("port");
        boolean isChosen = port == null || port.equals("-1") || "yes".equals(graphics.get("autoport"));
        return new Display(
                Objects.requireNonNullElse(listen(graphics), ""),
                isChosen ? null : Integer.valueOf(port),
                graphics.get("passwd"),
                isChosen && isPort(port) ? Integer.valueOf(port) : null);
    }

    /** A run says which port was chosen; what is not running has none, or -1. */
    private static boolean isPort(@Nullable String port) {
        return port != null && !port.equals("-1") && !port.equals("0");
    }

    static void edit(Edit edit, List<Display> present, List<Display> wanted) {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement devices = edit.devices();
        List<XmlElement> elements = known(devices);
        for (int i = 0; i < present.size(); i++) {
            if (i >= wanted.size()) {
                devices.remove(elements.get(i));
            } else if (!present.get(i).equals(wanted.get(i))) {
                put(elements.get(i), present.get(i), wanted.get(i));
            }
        }
        for (Display display : wanted.subList(Math.min(present.size(), wanted.size()), wanted.size())) {
            XmlElement graphics = XmlElement.of("graphics").set("type", "vnc");
            put(graphics, null, display);
            edit.addDevice(graphics);
        }
    }

    private static void put(XmlElement graphics, @Nullable Display present, Display wanted) {
        if (present == null || !Objects.equals(present.port(), wanted.port())) {
            graphics.set("port", wanted.port() == null ? "-1" : wanted.port().toString());
            graphics.set("autoport", wanted.port() == null ? "yes" : "no");
        }
        if (present == null || !present.listen().equals(wanted.listen())) {
            // libvirt wants the attribute and the element to say the same
            if (graphics.get("listen") != null) {
                graphics.set("listen", wanted.listen());
            }
            graphics.make("listen").set("type", "address").set("address", wanted.listen());
        }
        graphics.put("passwd", wanted.password());
    }
}
