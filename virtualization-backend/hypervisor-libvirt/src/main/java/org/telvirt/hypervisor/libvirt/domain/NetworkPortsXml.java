package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.Connection;
import org.telvirt.hypervisor.definition.NetworkPort.OtherConnection;
import org.telvirt.hypervisor.definition.NetworkPort.Traffic;
import org.telvirt.hypervisor.definition.NetworkPort.UserNetwork;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** The {@code <interface>}s of a domain. */
final class NetworkPortsXml {
    private NetworkPortsXml() {}

    static List<NetworkPort> read(XmlElement domain) {
        XmlElement devices = domain.child("devices");
        List<NetworkPort> ports = new ArrayList<>();
        if (devices != null) {
            devices.children("interface").forEach(port -> ports.add(port(port)));
        }
        return ports;
    }

    private static NetworkPort port(XmlElement element) {
        String address = element.get("mac", "address");
        return new NetworkPort(
                address == null ? null : address.toLowerCase(Locale.ROOT),
                connection(element),
                element.get("model", "type"),
                element.number("boot", "order"),
                !"down".equals(element.get("link", "state")),
                TrafficXml.read(element));
    }

    private static Connection connection(XmlElement element) {
        String type = Objects.requireNonNullElse(element.get("type"), "");
        String network = element.get("source", "network");
        String bridge = element.get("source", "bridge");
        if (type.equals("network") && network != null) {
            return new VirtualNetwork(network);
        } else if (type.equals("bridge") && bridge != null) {
            return new Bridge(bridge);
        } else if (type.equals("user")) {
            return new UserNetwork();
        }
        return new OtherConnection(type);
    }

    static void edit(Edit edit, List<NetworkPort> present, List<NetworkPort> wanted) throws HypervisorException {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement devices = edit.devices();
        List<XmlElement> elements = devices.children("interface");
        Edit.Pairing<NetworkPort> pairing = Edit.Pairing.of(present, wanted, NetworkPortsXml::key);
        for (int i = 0; i < present.size(); i++) {
            NetworkPort successor = pairing.successor(i);
            if (successor == null) {
                devices.remove(elements.get(i));
            } else if (!successor.equals(present.get(i))) {
                edit(edit, elements.get(i), present.get(i), successor);
            }
        }
        for (NetworkPort port : pairing.added()) {
            edit.addDevice(create(edit, port));
        }
    }

    private static @Nullable String key(NetworkPort port) {
        return port.address() == null ? null : port.address().toLowerCase(Locale.ROOT);
    }

    private static XmlElement create(Edit edit, NetworkPort port) throws HypervisorException {
        XmlElement element = XmlElement.of("interface");
        if (port.address() != null) {
            element.add(XmlElement.of("mac").set("address", port.address()));
        }
        connect(edit, element, port.connection());
        boolean isQemu = !"xen".equals(edit.domain().get("type"));
        if (port.model() != null || isQemu) {
            element.add(XmlElement.of("model").set("type", Objects.requireNonNullElse(port.model(), "virtio")));
        }
        edit.bootOrder(element, port.bootOrder());
        link(element, port.linkUp());
        TrafficXml.edit(edit, element, Traffic.FREE, port.traffic());
        return element;
    }

    private static void edit(Edit edit, XmlElement element, NetworkPort present, NetworkPort wanted)
            throws HypervisorException {
        if (wanted.address() != null && !wanted.address().equalsIgnoreCase(present.address())) {
            element.make("mac").set("address", wanted.address());
        }
        if (!wanted.connection().equals(present.connection())) {
            connect(edit, element, wanted.connection());
        }
        if (wanted.model() != null && !wanted.model().equals(present.model())) {
            element.make("model").set("type", wanted.model());
        }
        if (!Objects.equals(wanted.bootOrder(), present.bootOrder())) {
            edit.bootOrder(element, wanted.bootOrder());
        }
        if (wanted.linkUp() != present.linkUp()) {
            link(element, wanted.linkUp());
        }
        TrafficXml.edit(edit, element, present.traffic(), wanted.traffic());
    }

    private static void link(XmlElement element, boolean isUp) {
        if (element.child("link") != null || !isUp) {
            element.make("link").set("state", isUp ? "up" : "down");
        }
    }

    private static void connect(Edit edit, XmlElement element, Connection connection) throws HypervisorException {
        String type;
        if (connection instanceof VirtualNetwork) {
            type = "network";
        } else if (connection instanceof Bridge) {
            type = "bridge";
        } else if (connection instanceof UserNetwork) {
            type = "user";
        } else {
            throw edit.unsupported("a network port", "'" + connection.name() + "' cannot be chosen here");
        }
        XmlElement old = element.child("source");
        boolean isSameKind = type.equals(element.get("type")) && old != null;
        element.set("type", type);
        if (old != null && isSameKind && !type.equals("user")) {
            old.set(type, connection.name());
            return;
        }
        if (!type.equals("user")) {
            element.add(XmlElement.of("source").set(type, connection.name()), old == null ? element.child("mac") : old);
        }
        if (old != null) {
            element.remove(old);
        }
    }
}
