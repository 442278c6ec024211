package org.telvirt.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.InstanceView;
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

    private static final CimName REGISTERED_PROFILE = CimName.of("CIM_RegisteredProfile");
    private static final CimName REGISTERED_NAME = CimName.of("RegisteredName");
    private static final CimName REGISTERED_ORGANIZATION = CimName.of("RegisteredOrganization");
    private static final int DMTF = 2;

    private Discovery() {}

    /**
     * What a server says of itself to those who look for one.
     *
     * @param profiles such as {@code DMTF:Virtual System}
     */
    record Known(UUID serverId, List<CimNamespace> namespaces, List<String> profiles) {}

    /**
     * Begins to advertise every door.
     *
     * @param port of the protocol
     * @throws StartException SETTINGS: there is no such address
     */
    static SlpAdvertisement begin(String bind, int port, Porch porch, Known known, ServerThreads threads)
            throws StartException {
        try {
            InetAddress address = InetAddress.getByName(bind);
            List<ServiceAdvertisement> services = Stream.concat(
                            porch.httpAddress().map(door -> url("http", door, address)).stream(),
                            porch.httpsAddress().map(door -> url("https", door, address)).stream())
                    .map(url -> service(url, known).toAdvertisement())
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

    private static WbemService service(String url, Known known) {
        return new WbemService(
                url,
                "Telvirt:" + known.serverId(),
                "Telvirt",
                "Telvirt " + Version.TEXT + ", a CIM server for virtual machines",
                texts(Library.interopNames()),
                "1.4",
                FUNCTIONS,
                true,
                List.of("Basic"),
                texts(known.namespaces()),
                known.profiles());
    }

    private static List<String> texts(List<CimNamespace> names) {
        return names.stream().map(CimNamespace::toString).toList();
    }

    /** The profiles that the server has registered (DSP1033), as the template names them. */
    static List<String> profiles(CimService office, CallContext context) throws CimException {
        List<CimInstance> registered = office.execute(
                        new EnumerateInstances(Library.INTEROP, REGISTERED_PROFILE, true, InstanceView.ALL), context)
                .toList();
        return registered.stream()
                .map(profile -> organization(profile) + ":" + profile.text(REGISTERED_NAME))
                .distinct()
                .sorted()
                .toList();
    }

    private static String organization(CimInstance profile) {
        Long number = profile.number(REGISTERED_ORGANIZATION);
        return number != null && number == DMTF ? "DMTF" : "Other";
    }
}
