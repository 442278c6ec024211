package org.telvirt.providers.vswitch;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;

/** Virtual Ethernet switches, their settings and their ports (DSP1097). */
public final class SwitchProfile {
    private final SwitchProvider switches;
    private final SwitchProvider settings;
    private final PortProvider ports;

    public SwitchProfile(ResourcePools pools) {
        this.switches =
                new SwitchProvider(SwitchNames.TELVIRT_SWITCH, pools, SwitchPath::network, SwitchMapper::toInstance);
        this.settings = new SwitchProvider(
                SwitchNames.TELVIRT_SETTINGS, pools, SwitchPath::networkOfSettings, SwitchMapper::settings);
        this.ports = new PortProvider(pools);
    }

    /** The switches. */
    public InstanceProvider switches() {
        return switches;
    }

    /**
     * The providers.
     *
     * @param hosts the host, which hosts all of them
     */
    public ProviderSet providers(InstanceProvider hosts) {
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
        AssociationProvider having = Associations.of(SwitchNames.CIM_SYSTEM_DEVICE)
                .from(SwitchNames.GROUP_COMPONENT, switches)
                .to(SwitchNames.PART_COMPONENT, ports)
                .oneToMany(
                        (path, context) -> ports.plugs(Objects.requireNonNull(SwitchPath.network(path))).stream()
                                .map(SwitchPath::port)
                                .toList(),
                        (path, context) -> SwitchPath.of(
                                Objects.requireNonNull(SwitchPath.plug(path)).network()));
        return new ProviderSet(
                Set.of(Namespaces.VIRT), List.of(switches, settings, ports), List.of(hosted, state, having), List.of());
    }
}
