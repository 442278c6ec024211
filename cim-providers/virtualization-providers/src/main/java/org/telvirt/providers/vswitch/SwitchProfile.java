package org.telvirt.providers.vswitch;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.ScopedPath;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.vswitch.SwitchPath.Plug;

/** Virtual Ethernet switches, their settings, their ports and what is plugged into these (DSP1097). */
public final class SwitchProfile {
    private final SwitchProvider switches;
    private final SwitchProvider settings;
    private final PortProvider ports;
    private final EndpointProvider endpoints;

    public SwitchProfile(ResourcePools pools) {
        this.switches =
                new SwitchProvider(SwitchNames.TELVIRT_SWITCH, pools, SwitchPath::network, SwitchMapper::toInstance);
        this.settings = new SwitchProvider(
                SwitchNames.TELVIRT_SETTINGS, pools, SwitchPath::networkOfSettings, SwitchMapper::settings);
        this.ports = new PortProvider(pools);
        this.endpoints = new EndpointProvider(ports);
    }

    /** The switches. */
    public InstanceProvider switches() {
        return switches;
    }

    /**
     * The providers.
     *
     * @param hosts the host, which hosts all of them
     * @param guestEndpoints the LAN endpoints of virtual systems, which are connected to those of switches
     */
    public ProviderSet providers(InstanceProvider hosts, InstanceProvider guestEndpoints) {
        AssociationProvider hosted = Associations.of(SwitchNames.CIM_HOSTED_DEPENDENCY)
                .from(ElementNames.ANTECEDENT, hosts)
                .to(ElementNames.DEPENDENT, switches)
                .everyToEvery();
        AssociationProvider state = Associations.of(SwitchNames.CIM_SETTINGS_DEFINE_STATE)
                .from(SwitchNames.MANAGED_ELEMENT, switches)
                .to(SwitchNames.SETTING_DATA, settings)
                .oneToOne(
                        (path, context) -> SwitchPath.settings(Objects.requireNonNull(SwitchPath.network(path))),
                        (path, context) -> SwitchPath.of(Objects.requireNonNull(SwitchPath.networkOfSettings(path))));
        return new ProviderSet(
                Set.of(Namespaces.VIRT),
                List.of(switches, settings, ports, endpoints),
                List.of(hosted, state, having(), implemented(), reached(), connected(guestEndpoints)),
                List.of());
    }

    private AssociationProvider having() {
        return Associations.of(SwitchNames.CIM_SYSTEM_DEVICE)
                .from(SwitchNames.GROUP_COMPONENT, switches)
                .to(SwitchNames.PART_COMPONENT, ports)
                .oneToMany(
                        (path, context) -> ports.plugs(Objects.requireNonNull(SwitchPath.network(path))).stream()
                                .map(SwitchPath::port)
                                .toList(),
                        (path, context) -> SwitchPath.of(
                                Objects.requireNonNull(SwitchPath.plug(path)).network()));
    }

    private AssociationProvider implemented() {
        return Associations.of(SwitchNames.CIM_DEVICE_SAP_IMPLEMENTATION)
                .from(ElementNames.ANTECEDENT, ports)
                .to(ElementNames.DEPENDENT, endpoints)
                .oneToOne(
                        (path, context) -> SwitchPath.endpoint(Objects.requireNonNull(SwitchPath.plug(path))),
                        (path, context) -> SwitchPath.port(Objects.requireNonNull(SwitchPath.plugOfEndpoint(path))));
    }

    private AssociationProvider reached() {
        return Associations.of(SwitchNames.CIM_HOSTED_ACCESS_POINT)
                .from(ElementNames.ANTECEDENT, switches)
                .to(ElementNames.DEPENDENT, endpoints)
                .oneToMany(
                        (path, context) -> ports.plugs(Objects.requireNonNull(SwitchPath.network(path))).stream()
                                .map(SwitchPath::endpoint)
                                .toList(),
                        (path, context) -> SwitchPath.of(Objects.requireNonNull(SwitchPath.plugOfEndpoint(path))
                                .network()));
    }

    /** From the port of a system to that of the switch which it is plugged into. */
    private AssociationProvider connected(InstanceProvider guestEndpoints) {
        return Associations.of(SwitchNames.CIM_ACTIVE_CONNECTION)
                .from(ElementNames.ANTECEDENT, guestEndpoints)
                .to(ElementNames.DEPENDENT, endpoints)
                .oneToOne(
                        (path, context) -> switchSide(path),
                        (path, context) -> guestSide(path, guestEndpoints.className()));
    }

    private @Nullable CimInstancePath switchSide(CimInstancePath guestEndpoint) {
        String name = guestEndpoint.text(ElementNames.SYSTEM_NAME);
        String device = guestEndpoint.text(ElementNames.NAME);
        SystemId system = name == null ? null : SystemPath.id(name);
        Plug plug = system == null || device == null ? null : ports.plug(system, device);
        return plug == null ? null : SwitchPath.endpoint(plug);
    }

    private static CimInstancePath guestSide(CimInstancePath switchEndpoint, CimName className) {
        Plug plug = Objects.requireNonNull(SwitchPath.plugOfEndpoint(switchEndpoint));
        return ScopedPath.of(SystemPath.of(plug.system()), className, ElementNames.NAME, plug.device());
    }
}
