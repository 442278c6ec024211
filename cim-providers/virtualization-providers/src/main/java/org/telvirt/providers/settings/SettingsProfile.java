package org.telvirt.providers.settings;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;

/** The state configuration of each virtual system, and those that its starts use (DSP1057). */
public final class SettingsProfile {
    private final Configurations configurations;
    private final SystemSettingsProvider settings;

    /**
     * Over these configurations.
     *
     * @param start a system of which nothing is said
     */
    public SettingsProfile(Configurations configurations, DomainDefinition start) {
        this.configurations = configurations;
        this.settings = new SystemSettingsProvider(configurations, start);
    }

    /** The tops of the configurations. */
    public InstanceProvider settings() {
        return settings;
    }

    /**
     * The providers.
     *
     * @param systems the virtual systems
     */
    public ProviderSet providers(InstanceProvider systems) {
        return new ProviderSet(
                Set.of(Namespaces.VIRT), List.of(settings), List.of(state(systems), forStarts()), List.of());
    }

    private AssociationProvider state(InstanceProvider systems) {
        return Associations.of(SettingsNames.CIM_SETTINGS_DEFINE_STATE)
                .from(SettingsNames.MANAGED_ELEMENT, systems)
                .to(SettingsNames.SETTING_DATA, settings)
                .oneToOne((system, context) -> stateOf(system), (path, context) -> systemOf(path));
    }

    private static @Nullable CimInstancePath stateOf(CimInstancePath system) {
        SystemId id = SystemPath.id(system);
        return id == null ? null : new ConfigurationId(id, Configuration.ACTIVE).path();
    }

    private static @Nullable CimInstancePath systemOf(CimInstancePath path) {
        ConfigurationId id = ConfigurationId.of(path);
        return id == null || !id.isState() ? null : SystemPath.of(id.system());
    }

    private AssociationProvider forStarts() {
        return Associations.of(SettingsNames.CIM_ELEMENT_SETTING_DATA)
                .from(SettingsNames.MANAGED_ELEMENT, settings)
                .to(SettingsNames.SETTING_DATA, settings)
                .with((state, other, context) -> role(state, other))
                .oneToMany((path, context) -> forStartsBeside(path), (path, context) -> stateBehind(path));
    }

    private List<CimInstancePath> forStartsBeside(CimInstancePath path) {
        ConfigurationId id = ConfigurationId.of(path);
        return id == null || !id.isState()
                ? List.of()
                : configurations.forStarts(id.system()).stream()
                        .map(ConfigurationId::path)
                        .toList();
    }

    private static @Nullable CimInstancePath stateBehind(CimInstancePath path) {
        ConfigurationId id = ConfigurationId.of(path);
        return id == null || !id.isForStarts() ? null : id.state().path();
    }

    private List<CimProperty> role(CimInstancePath state, CimInstancePath other) {
        ConfigurationId now = Objects.requireNonNull(ConfigurationId.of(state));
        ConfigurationId then = Objects.requireNonNull(ConfigurationId.of(other));
        boolean isCurrent = Objects.equals(configurations.definition(now), configurations.definition(then));
        return SettingsRole.of(then, isCurrent);
    }
}
