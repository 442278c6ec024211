package org.telvirt.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.telvirt.cim.CimNamespace;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.porch.Porch;
import org.telvirt.slp.ServiceAdvertisement;
import org.telvirt.slp.SlpAdvertisement;
import org.telvirt.slp.SlpSettings;
import org.telvirt.slp.WbemService;

/** Makes the server known by the service location protocol (DSP0205, DSP0206). */
final class Discovery {
    // the words of the template for what InteropProviders say by numbers
    private static final List<String> FUNCTIONS = List.of(
            "Basic Read",
            "Basic Write",
            "Schema Manipulation",
            "Instance Manipulation",
            "Association Traversal",
            "Query Execution",
            "Qualifier Declaration");
    private static final List<String> INTEROP = List.of("root/interop", "interop", "root/PG_InterOp");
    private static final List<String> PROFILES =
            List.of("DMTF:Profile Registration", "DMTF:System Virtualization", "DMTF:Virtual System");

    private Discovery() {}

    /**
     * Begins to advertise every door.
     *
     * @param port of the protocol
     * @throws StartException SETTINGS: there is no such address
     */
    static SlpAdvertisement begin(
            String bind, int port, Porch porch, UUID serverId, List<CimNamespace> namespaces, ServerThreads threads)
            throws StartException {
        try {
            InetAddress address = InetAddress.getByName(bind);
            List<ServiceAdvertisement> services = Stream.concat(
                            porch.httpAddress().map(door -> url("http", door, address)).stream(),
                            porch.httpsAddress().map(door -> url("https", door, address)).stream())
                    .map(url -> service(url, serverId, namespaces).toAdvertisement())
                    .toList();
            return SlpAdvertisement.start(
                    SlpSettings.on(address, port), services, threads.discovery(), threads.timer());
        } catch (UnknownHostException e) {
            throw new StartException(
                    ExitCode.SETTINGS, "There is no address '" + bind + "' to make the server known", e);
        }
    }

    private static String url(String scheme, String door, InetAddress address) {
        String port = door.substring(door.lastIndexOf(':'));
        return scheme + "://" + (address.isAnyLocalAddress() ? Machine.hostName() + port : door);
    }

    private static WbemService service(String url, UUID serverId, List<CimNamespace> namespaces) {
        return new WbemService(
                url,
                "Telvirt:" + serverId,
                "Telvirt",
                "Telvirt " + Version.TEXT + ", a CIM server for virtual machines",
                INTEROP,
                "1.4",
                FUNCTIONS,
                true,
                List.of("Basic"),
                namespaces.stream().map(CimNamespace::toString).toList(),
                PROFILES);
    }
}
