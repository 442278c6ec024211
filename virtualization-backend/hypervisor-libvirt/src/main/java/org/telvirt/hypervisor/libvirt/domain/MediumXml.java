package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.Disk.Medium;
import org.telvirt.hypervisor.definition.Disk.NetworkMedium;
import org.telvirt.hypervisor.definition.Disk.OtherMedium;
import org.telvirt.hypervisor.definition.Disk.Protocol;
import org.telvirt.hypervisor.definition.Disk.Server;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** The {@code <source>} of a disk, with its type and its format. */
final class MediumXml {
    private MediumXml() {}

    static @Nullable Medium read(XmlElement disk) {
        XmlElement source = disk.child("source");
        if (source == null) {
            return null;
        }
        String type = disk.get("type");
        String format = disk.get("driver", "type");
        String file = source.get("file");
        String device = source.get("dev");
        NetworkMedium network = "network".equals(type) ? network(source, format) : null;
        if (network != null) {
            return network;
        } else if (file != null && (type == null || type.equals("file"))) {
            return new FileMedium(file, format);
        } else if (device != null && "block".equals(type)) {
            return new BlockMedium(device, format);
        }
        return new OtherMedium(Objects.requireNonNullElse(type, "file") + ":" + where(source));
    }

    /** Null: by a protocol or a transport that the port has no word for. */
    private static @Nullable NetworkMedium network(XmlElement source, @Nullable String format) {
        List<Server> servers = new ArrayList<>();
        for (XmlElement host : source.children("host")) {
            String name = host.get("name");
            String port = host.get("port");
            if (name == null) {
                return null;
            }
            servers.add(new Server(name, port == null ? null : Integer.valueOf(port)));
        }
        for (Protocol protocol : Protocol.values()) {
            if (DomainXml.word(protocol).equals(source.get("protocol"))) {
                return new NetworkMedium(protocol, Objects.requireNonNullElse(source.get("name"), ""), servers, format);
            }
        }
        return null;
    }

    private static String where(XmlElement source) {
        StringBuilder where = new StringBuilder();
        for (String part : new String[] {"protocol", "pool", "volume", "name", "dir", "file", "dev"}) {
            String value = source.get(part);
            if (value != null) {
                where.append(where.isEmpty() ? "" : "/").append(value);
            }
        }
        return where.toString();
    }

    static void edit(Edit edit, XmlElement disk, @Nullable Medium present, @Nullable Medium wanted)
            throws HypervisorException {
        if (wanted == null) {
            disk.drop("source");
        } else if (wanted instanceof FileMedium file) {
            disk.set("type", "file");
            source(disk, present instanceof FileMedium).set("file", file.path());
            format(disk, file.format());
        } else if (wanted instanceof BlockMedium block) {
            disk.set("type", "block");
            source(disk, present instanceof BlockMedium).set("dev", block.path());
            format(disk, block.format());
        } else if (wanted instanceof NetworkMedium network) {
            disk.set("type", "network");
            boolean isSameKind = present instanceof NetworkMedium before && before.protocol() == network.protocol();
            connect(source(disk, isSameKind), network);
            format(disk, network.format());
        } else {
            throw edit.unsupported("a disk", "its storage '" + wanted.location() + "' cannot be chosen here");
        }
    }

    private static void connect(XmlElement source, NetworkMedium network) {
        source.set("protocol", DomainXml.word(network.protocol()));
        source.put("name", network.name().isEmpty() ? null : network.name());
        List<XmlElement> hosts = source.children("host");
        for (int i = 0; i < network.servers().size(); i++) {
            XmlElement host = i < hosts.size() ? hosts.get(i) : XmlElement.of("host");
            Server server = network.servers().get(i);
            host.set("name", server.host());
            host.put("port", server.port() == null ? null : server.port().toString());
            if (i >= hosts.size()) {
                source.add(host);
            }
        }
        hosts.subList(Math.min(network.servers().size(), hosts.size()), hosts.size())
                .forEach(source::remove);
    }

    /** The source, of the same kind as before with all that it has, or a new one in its place. */
    private static XmlElement source(XmlElement disk, boolean isSameKind) {
        XmlElement old = disk.child("source");
        if (old != null && isSameKind) {
            return old;
        }
        XmlElement source = XmlElement.of("source");
        disk.add(source, old == null ? disk.child("driver") : old);
        if (old != null) {
            disk.remove(old);
        }
        return source;
    }

    private static void format(XmlElement disk, @Nullable String format) {
        if (format != null) { // else as it was
            XmlElement driver = DiskXml.driver(disk).set("type", format);
            if (DiskXml.isXen(disk) && !format.equals("raw")) {
                driver.set("name", "qemu");
            }
        }
    }
}
