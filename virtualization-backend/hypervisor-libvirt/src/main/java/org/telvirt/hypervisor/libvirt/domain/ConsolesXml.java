package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/**
 * The {@code <serial>} ports of a domain, of which libvirt makes the first one its {@code <console>}, too, and the channel
 * of its guest agent. Xen's paravirtual domains have no serial ports: theirs are the {@code <console>}s.
 */
final class ConsolesXml {
    private static final String SERIAL = "serial";
    private static final String CONSOLE = "console";
    private static final String AGENT = "org.qemu.guest_agent.0";

    private ConsolesXml() {}

    static List<Console> read(XmlElement domain) {
        XmlElement devices = domain.child("devices");
        List<Console> consoles = new ArrayList<>();
        if (devices != null) {
            devices.children(kind(domain)).forEach(port -> consoles.add(new Console(logFile(port))));
        }
        return consoles;
    }

    private static String kind(XmlElement domain) {
        XmlElement os = domain.child("os");
        boolean isHvm = os == null || "hvm".equals(os.textOf("type"));
        return "xen".equals(domain.get("type")) && !isHvm ? CONSOLE : SERIAL;
    }

    private static @Nullable String logFile(XmlElement serial) {
        return "file".equals(serial.get("type")) ? serial.get("source", "path") : serial.get("log", "file");
    }

    static void edit(Edit edit, List<Console> present, List<Console> wanted) {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement devices = edit.devices();
        String kind = kind(edit.domain());
        List<XmlElement> elements = devices.children(kind);
        for (int i = 0; i < present.size(); i++) {
            if (i >= wanted.size()) {
                remove(devices, elements.get(i), i);
            } else if (!present.get(i).equals(wanted.get(i))) {
                log(elements.get(i), wanted.get(i).logFile());
            }
        }
        for (Console console : wanted.subList(Math.min(present.size(), wanted.size()), wanted.size())) {
            XmlElement port = XmlElement.of(kind).set("type", "pty");
            if (kind.equals(CONSOLE)) {
                port.add(XmlElement.of("target").set("type", "xen"));
            }
            log(port, console.logFile());
            edit.addDevice(port);
        }
    }

    /** The first port is the console as well. */
    private static void remove(XmlElement devices, XmlElement serial, int place) {
        devices.remove(serial);
        XmlElement console = devices.child(CONSOLE);
        if (place == 0 && console != null && SERIAL.equals(console.get("target", "type"))) {
            devices.remove(console);
        }
    }

    private static void log(XmlElement serial, @Nullable String file) {
        XmlElement log = serial.child("log");
        if ("file".equals(serial.get("type"))) {
            XmlElement source = serial.child("source");
            if (source != null && file != null) {
                source.set("path", file);
                return;
            }
            serial.set("type", "pty");
            if (source != null) {
                serial.remove(source);
            }
        }
        if (file == null && log != null) {
            serial.remove(log);
        } else if (file != null && log != null) {
            log.set("file", file);
        } else if (file != null) {
            serial.add(XmlElement.of("log").set("file", file).set("append", "on"), null);
        }
    }

    static boolean hasAgent(XmlElement domain) {
        XmlElement devices = domain.child("devices");
        return devices != null && devices.children("channel").stream().anyMatch(ConsolesXml::isAgent);
    }

    private static boolean isAgent(XmlElement channel) {
        return AGENT.equals(channel.get("target", "name"));
    }

    static void agent(Edit edit, boolean isPresent, boolean isWanted) {
        if (isPresent == isWanted) {
            return;
        }
        XmlElement devices = edit.devices();
        if (isWanted) {
            XmlElement target = XmlElement.of("target").set("type", "virtio").set("name", AGENT);
            edit.addDevice(XmlElement.of("channel").set("type", "unix").add(target));
        } else {
            devices.children("channel").stream().filter(ConsolesXml::isAgent).forEach(devices::remove);
        }
    }
}
