package org.telvirt.hypervisor.libvirt.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Console;

/** The {@code <serial>} ports of a domain; libvirt makes the first one its {@code <console>}, too. */
final class ConsolesXml {
    private ConsolesXml() {}

    static List<Console> read(XmlElement domain) {
        XmlElement devices = domain.child("devices");
        List<Console> consoles = new ArrayList<>();
        if (devices != null) {
            devices.children("serial").forEach(serial -> consoles.add(new Console(logFile(serial))));
        }
        return consoles;
    }

    private static @Nullable String logFile(XmlElement serial) {
        return "file".equals(serial.get("type"))
                ? DomainXml.get(serial, "source", "path")
                : DomainXml.get(serial, "log", "file");
    }

    static void edit(Edit edit, List<Console> present, List<Console> wanted) {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement devices = edit.devices();
        List<XmlElement> elements = devices.children("serial");
        for (int i = 0; i < present.size(); i++) {
            if (i >= wanted.size()) {
                remove(devices, elements.get(i), i);
            } else if (!present.get(i).equals(wanted.get(i))) {
                log(elements.get(i), wanted.get(i).logFile());
            }
        }
        for (Console console : wanted.subList(Math.min(present.size(), wanted.size()), wanted.size())) {
            XmlElement serial = XmlElement.of("serial").set("type", "pty");
            log(serial, console.logFile());
            edit.addDevice(serial);
        }
    }

    /** The first port is the console as well. */
    private static void remove(XmlElement devices, XmlElement serial, int place) {
        devices.remove(serial);
        XmlElement console = devices.child("console");
        if (place == 0 && console != null && "serial".equals(DomainXml.get(console, "target", "type"))) {
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
}
