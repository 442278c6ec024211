package org.telvirt.providers.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.host.HostMapper;

/** The consoles of virtual systems and the services that make them reachable (DSP1076, DSP1024). */
public final class ConsoleProfile {
    private final Consoles consoles;
    private final Redirection graphics;
    private final Redirection texts;
    private final AccessPointProvider graphical;
    private final AccessPointProvider text;
    private final AccessPointProvider ports;
    private final AccessPointProvider urls;

    public ConsoleProfile(VirtualizationFacility facility) {
        this.consoles = new Consoles(facility);
        this.graphics = Redirection.graphical(facility);
        this.texts = Redirection.text(facility);
        this.graphical = new AccessPointProvider(AccessPointKind.KVM, consoles);
        this.text = new AccessPointProvider(AccessPointKind.TEXT, consoles);
        this.ports = new AccessPointProvider(AccessPointKind.PORT, consoles);
        this.urls = new AccessPointProvider(AccessPointKind.URL, consoles);
    }

    /** The service of graphical consoles. */
    public InstanceProvider graphicalServices() {
        return graphics.service();
    }

    /**
     * The providers.
     *
     * @param hosts the host of the services
     * @param systems that have the consoles
     */
    public ProviderSet providers(InstanceProvider hosts, InstanceProvider systems) {
        List<AssociationProvider> associations = new ArrayList<>(List.of(bound(), portsOf(hosts)));
        associations.addAll(graphics.associations(hosts, systems, graphical));
        associations.addAll(texts.associations(hosts, systems, text));
        for (AccessPointProvider points : List.of(graphical, text, urls)) {
            associations.add(between(
                    ConsoleNames.CIM_HOSTED_ACCESS_POINT,
                    ElementNames.ANTECEDENT,
                    systems,
                    ElementNames.DEPENDENT,
                    points));
            associations.add(between(
                    ConsoleNames.CIM_SAP_AVAILABLE_FOR_ELEMENT,
                    ConsoleNames.MANAGED_ELEMENT,
                    systems,
                    ConsoleNames.AVAILABLE_SAP,
                    points));
        }
        return new ProviderSet(
                Set.of(Namespaces.VIRT),
                List.of(
                        graphics.service(),
                        graphics.capabilities(),
                        texts.service(),
                        texts.capabilities(),
                        graphical,
                        text,
                        ports,
                        urls),
                associations,
                List.of());
    }

    private List<CimInstancePath> all(AccessPointProvider points) {
        return consoles.systems().stream()
                .map(VirtualSystem::id)
                .flatMap(id -> points.paths(id).stream())
                .toList();
    }

    private AssociationProvider bound() {
        return Associations.of(ConsoleNames.CIM_BINDS_TO)
                .from(ElementNames.ANTECEDENT, ports)
                .to(ElementNames.DEPENDENT, graphical)
                .oneToOne(
                        (port, context) -> graphical.pathIfAny(ports.id(port)),
                        (console, context) -> ports.pathIfAny(graphical.id(console)));
    }

    private AssociationProvider portsOf(InstanceProvider hosts) {
        return Associations.of(ConsoleNames.CIM_HOSTED_ACCESS_POINT)
                .from(ElementNames.ANTECEDENT, hosts)
                .to(ElementNames.DEPENDENT, ports)
                .oneToMany(
                        (host, context) -> all(ports),
                        (port, context) -> HostMapper.path(consoles.host().uuid()));
    }

    private static AssociationProvider between(
            CimName association,
            CimName systemRole,
            InstanceProvider systems,
            CimName pointRole,
            AccessPointProvider points) {
        return Associations.of(association)
                .from(systemRole, systems)
                .to(pointRole, points)
                .oneToMany((system, context) -> points.paths(id(system)), (point, context) -> {
                    ConsoleId id = Objects.requireNonNull(points.id(point));
                    return SystemPath.of(id.system());
                });
    }

    private static SystemId id(CimInstancePath system) {
        return Objects.requireNonNull(SystemPath.id(system));
    }
}
