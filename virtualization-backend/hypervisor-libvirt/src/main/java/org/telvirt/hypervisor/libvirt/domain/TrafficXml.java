package org.telvirt.hypervisor.libvirt.domain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.NetworkPort.Bandwidth;
import org.telvirt.hypervisor.definition.NetworkPort.Traffic;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** What passes an {@code <interface>}: its bandwidth, VLAN, filter and isolation. Amounts are in KiB. */
final class TrafficXml {
    private TrafficXml() {}

    static Traffic read(XmlElement port) {
        XmlElement bandwidth = port.child("bandwidth");
        return new Traffic(
                bandwidth == null ? null : bandwidth(bandwidth.child("inbound")),
                bandwidth == null ? null : bandwidth(bandwidth.child("outbound")),
                vlan(port),
                port.get("filterref", "filter"),
                "yes".equals(port.get("port", "isolated")),
                bandwidth == null ? null : floor(bandwidth));
    }

    private static @Nullable Bandwidth bandwidth(@Nullable XmlElement direction) {
        String average = direction == null ? null : direction.get("average");
        if (direction == null || average == null) {
            return null;
        }
        String peak = direction.get("peak");
        String burst = direction.get("burst");
        return new Bandwidth(
                DataRate.ofKibibytes(Long.parseLong(average)),
                peak == null ? null : DataRate.ofKibibytes(Long.parseLong(peak)),
                burst == null ? null : ByteSize.ofKibibytes(Long.parseLong(burst)));
    }

    private static @Nullable DataRate floor(XmlElement bandwidth) {
        String floor = bandwidth.get("inbound", "floor");
        return floor == null ? null : DataRate.ofKibibytes(Long.parseLong(floor));
    }

    /** Null: none, or several, which a trunk has. */
    private static @Nullable Integer vlan(XmlElement port) {
        XmlElement vlan = port.child("vlan");
        List<XmlElement> tags = vlan == null ? List.of() : vlan.children("tag");
        String id = tags.size() == 1 && vlan != null && vlan.get("trunk") == null
                ? tags.get(0).get("id")
                : null;
        return id == null ? null : Integer.valueOf(id);
    }

    static void edit(Edit edit, XmlElement port, Traffic present, Traffic wanted) throws HypervisorException {
        if (present.equals(wanted)) {
            return;
        }
        limit(port, "inbound", present.inbound(), wanted.inbound());
        limit(port, "outbound", present.outbound(), wanted.outbound());
        reserve(port, present.reservedInbound(), wanted.reservedInbound());
        port.tidy("bandwidth");
        if (!Objects.equals(present.vlan(), wanted.vlan())) {
            tag(edit, port, present.vlan(), wanted.vlan());
        }
        String filter = wanted.filter();
        if (filter == null) {
            port.drop("filterref");
        } else if (!filter.equals(present.filter())) {
            port.make("filterref").set("filter", filter);
        }
        if (present.isolated() != wanted.isolated()) {
            port.make("port").put("isolated", wanted.isolated() ? "yes" : null);
            port.tidy("port");
        }
    }

    private static void limit(
            XmlElement port, String direction, @Nullable Bandwidth present, @Nullable Bandwidth wanted) {
        if (Objects.equals(present, wanted)) {
            return;
        }
        DataRate peak = wanted == null ? null : wanted.peak();
        ByteSize burst = wanted == null ? null : wanted.burst();
        XmlElement bandwidth = port.make("bandwidth");
        XmlElement element = bandwidth.make(direction);
        element.put("average", wanted == null ? null : kibibytes(wanted.average()));
        element.put("peak", peak == null ? null : kibibytes(peak));
        element.put("burst", burst == null ? null : Long.toString(burst.toKibibytes()));
        bandwidth.tidy(direction); // unless something is reserved there
    }

    private static void reserve(XmlElement port, @Nullable DataRate present, @Nullable DataRate wanted) {
        if (!Objects.equals(present, wanted)) {
            XmlElement bandwidth = port.make("bandwidth");
            bandwidth.make("inbound").put("floor", wanted == null ? null : kibibytes(wanted));
            bandwidth.tidy("inbound");
        }
    }

    private static String kibibytes(DataRate rate) {
        return Long.toString(new ByteSize(rate.bytesPerSecond()).toKibibytes());
    }

    private static void tag(Edit edit, XmlElement port, @Nullable Integer present, @Nullable Integer wanted)
            throws HypervisorException {
        if (present == null && port.child("vlan") != null) {
            throw edit.unsupported("a network port", "it is in several virtual networks");
        }
        if (wanted == null) {
            port.drop("vlan");
        } else {
            port.make("vlan").make("tag").set("id", wanted.toString());
        }
    }
}
