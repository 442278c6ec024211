package org.telvirt.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.AssociationFilter;

/**
 * The virtual systems of a host. Safe for use by many threads.
 *
 * <pre>{@code
 * try (CimConnection connection = CimXmlConnection.open(settings)) {
 *     VirtualSystem hlr = new VirtualSystems(connection).define(SystemDescription.named("hlr-1")
 *             .with(Resources.processors(2))
 *             .with(Resources.memory(512)));
 *     hlr.request(Transition.ACTIVATE);
 * }
 * }</pre>
 */
public final class VirtualSystems {
    private static final AssociationFilter MANAGED = new AssociationFilter(
            Names.CIM_SERVICE_AFFECTS_ELEMENT, Names.CIM_COMPUTER_SYSTEM, Names.AFFECTING_ELEMENT, null);

    private final CimConnection connection;

    public VirtualSystems(CimConnection connection) {
        this.connection = connection;
    }

    /** All of them: the computer systems that the management service affects; its host and switches are none. */
    public List<VirtualSystem> list() throws SdkException {
        List<VirtualSystem> systems = new ArrayList<>();
        for (CimInstance system : managed()) {
            systems.add(new VirtualSystem(connection, Objects.requireNonNull(system.path())));
        }
        return systems;
    }

    /** The one with this name; null: there is none. Where several have it, the first. */
    public @Nullable VirtualSystem find(String name) throws SdkException {
        for (CimInstance system : managed()) {
            if (name.equals(system.text(Names.ELEMENT_NAME))) {
                return new VirtualSystem(connection, Objects.requireNonNull(system.path()));
            }
        }
        return null;
    }

    private List<CimInstance> managed() throws SdkException {
        CimInstancePath service = service(connection, Names.CIM_VIRTUAL_SYSTEM_MANAGEMENT_SERVICE);
        try {
            return connection.associators(service, MANAGED);
        } catch (CimException e) {
            throw SdkException.of("Cannot list the virtual systems", e);
        }
    }

    /** One that is known to be there. */
    public VirtualSystem at(CimInstancePath path) {
        return new VirtualSystem(connection, path);
    }

    /**
     * Defines a virtual system (DSP1042 DefineSystem); nothing runs yet.
     *
     * @throws SdkException it was refused, and nothing has changed
     */
    public VirtualSystem define(SystemDescription description) throws SdkException {
        String what = "Defining '" + description.settings().text(Names.ELEMENT_NAME) + "'";
        CimInstancePath path = new Calls(connection)
                .call(
                        service(connection, Names.CIM_VIRTUAL_SYSTEM_MANAGEMENT_SERVICE),
                        Names.DEFINE_SYSTEM,
                        List.of(
                                Calls.argument(Names.SYSTEM_SETTINGS, CimValues.embedded(description.settings())),
                                Calls.argument(Names.RESOURCE_SETTINGS, CimValues.embeddeds(description.resources()))),
                        what)
                .path(Names.RESULTING_SYSTEM);
        if (path == null) {
            throw SdkException.of(what + ": the server does not say which system it made");
        }
        return new VirtualSystem(connection, path);
    }

    /** The service of this class, of which a host has one. */
    static CimInstancePath service(CimConnection connection, CimName className) throws SdkException {
        try {
            for (CimInstance service : connection.instances(className)) {
                return Objects.requireNonNull(service.path());
            }
        } catch (CimException e) {
            throw SdkException.of("Cannot look for the " + className, e);
        }
        throw SdkException.of("The server has no " + className);
    }
}
