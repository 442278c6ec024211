package org.telvirt.hypervisor.libvirt.resource;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.libvirt.xml.XmlDocument;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;
import org.telvirt.hypervisor.libvirt.xml.XmlText;
import org.telvirt.hypervisor.network.HostNetwork;
import org.telvirt.hypervisor.network.HostNetwork.Forwarding;

/** Pools, volumes and networks in libvirt's XML. */
final class ResourceXml {
    private ResourceXml() {}

    /**
     * Where a pool or volume is; empty: it does not say.
     *
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    static String path(String xml) throws HypervisorException {
        XmlElement target = XmlDocument.parse(xml).root().child("target");
        return target == null ? "" : Objects.requireNonNullElse(XmlText.of(target, "path"), "");
    }

    /**
     * The format of a volume; empty: it does not say.
     *
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    static String format(String xml) throws HypervisorException {
        XmlElement target = XmlDocument.parse(xml).root().child("target");
        XmlElement format = target == null ? null : target.child("format");
        return format == null ? "" : Objects.requireNonNullElse(format.get("type"), "");
    }

    private static XmlElement with(String name, String text) {
        return XmlElement.of(name).text(text);
    }

    /** A pool of a folder. */
    static String folderPool(String name, String folder) {
        XmlElement pool = XmlElement.of("pool").set("type", "dir");
        pool.add(with("name", name));
        pool.add(XmlElement.of("target").add(with("path", folder)));
        return pool.toString();
    }

    /** A volume that takes no more than it needs. */
    static String volume(String name, String format, ByteSize capacity) {
        XmlElement volume = XmlElement.of("volume");
        volume.add(with("name", name));
        volume.add(with("capacity", String.valueOf(capacity.bytes())).set("unit", "bytes"));
        volume.add(with("allocation", "0"));
        volume.add(XmlElement.of("target").add(XmlElement.of("format").set("type", format.isEmpty() ? "raw" : format)));
        return volume.toString();
    }

    /** A network of its own. */
    static String isolatedNetwork(String name) {
        XmlElement network = XmlElement.of("network");
        network.add(with("name", name));
        return network.toString();
    }

    /**
     * A network.
     *
     * @throws HypervisorException INVALID_DEFINITION: not well-formed
     */
    static HostNetwork network(String xml, boolean active, boolean persistent) throws HypervisorException {
        XmlElement network = XmlDocument.parse(xml).root();
        XmlElement bridge = network.child("bridge");
        XmlElement forward = network.child("forward");
        return new HostNetwork(
                Objects.requireNonNullElse(XmlText.of(network, "name"), ""),
                active,
                persistent,
                bridge == null ? null : bridge.get("name"),
                forwarding(forward));
    }

    private static Forwarding forwarding(@Nullable XmlElement forward) {
        if (forward == null) {
            return Forwarding.ISOLATED;
        }
        String mode = forward.get("mode");
        return switch (mode == null ? "nat" : mode) {
            case "nat" -> Forwarding.NAT;
            case "route" -> Forwarding.ROUTED;
            case "open" -> Forwarding.OPEN;
            case "bridge" -> Forwarding.BRIDGED;
            default -> Forwarding.OTHER;
        };
    }
}
