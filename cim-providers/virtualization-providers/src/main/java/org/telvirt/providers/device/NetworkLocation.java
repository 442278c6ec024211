package org.telvirt.providers.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Disk.NetworkMedium;
import org.telvirt.hypervisor.definition.Disk.Protocol;
import org.telvirt.hypervisor.definition.Disk.Server;

/**
 * Disks in the network as HostExtentName writes them, such as {@code nbd://10.0.0.1:10809/root}; several servers have
 * commas between them, and IPv6 addresses brackets around them (RFC 3986).
 */
final class NetworkLocation {
    private static final Pattern LOCATION = Pattern.compile("(nbd|iscsi|rbd|nfs)://([^/]*)(?:/(.*))?");
    private static final Pattern SERVER = Pattern.compile("(\\[[^]]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");

    private NetworkLocation() {}

    static String text(NetworkMedium medium) {
        List<String> servers = new ArrayList<>();
        for (Server server : medium.servers()) {
            String host = server.host().indexOf(':') < 0 ? server.host() : "[" + server.host() + "]";
            servers.add(server.port() == null ? host : host + ":" + server.port());
        }
        String protocol = medium.protocol().name().toLowerCase(Locale.ROOT);
        String name = medium.name();
        return protocol + "://" + String.join(",", servers) + (name.startsWith("/") ? "" : "/") + name;
    }

    /** The disk at a location; null: it is none in the network. */
    static @Nullable NetworkMedium parse(String text, @Nullable String format) {
        Matcher location = LOCATION.matcher(text);
        if (!location.matches()) {
            return null;
        }
        Protocol protocol = Protocol.valueOf(location.group(1).toUpperCase(Locale.ROOT));
        List<Server> servers = new ArrayList<>();
        for (String part : location.group(2).isEmpty()
                ? List.<String>of()
                : List.of(location.group(2).split(",", -1))) {
            Matcher server = SERVER.matcher(part);
            if (!server.matches()) {
                return null;
            }
            String host = server.group(1);
            String port = server.group(2);
            servers.add(new Server(
                    host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                    port == null ? null : Integer.valueOf(port)));
        }
        String name = location.group(3) == null ? "" : location.group(3);
        // what NFS exports is a path from the root
        return new NetworkMedium(protocol, protocol == Protocol.NFS ? "/" + name : name, servers, format);
    }
}
