package org.telvirt.providers.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.device.ResourceNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Configurations;
import org.telvirt.providers.settings.SettingsNames;
import org.telvirt.providers.settings.SettingsRole;

/** The resources in the configurations of virtual systems (DSP1041, DSP1057). */
public final class ResourceProfile {
    private final Configurations configurations;
    private final List<ResourceSettingsProvider> resources;

    /**
     * @param pools from which the resources come
     */
    public ResourceProfile(Configurations configurations, ResourcePools pools) {
        this.configurations = configurations;
        this.resources = ResourceKinds.ALL.stream()
                .map(kind -> new ResourceSettingsProvider(kind, configurations, pools))
                .toList();
    }

    /** The settings of resources, one provider for each class. */
    public List<InstanceProvider> resources() {
        return List.copyOf(resources);
    }

    /**
     * The providers.
     *
     * @param settings the tops of the configurations
     */
    public ProviderSet providers(InstanceProvider settings) {
        List<AssociationProvider> associations = new ArrayList<>();
        for (ResourceSettingsProvider resource : resources) {
            associations.add(component(settings, resource));
            associations.add(forStarts(resource));
        }
        return new ProviderSet(Set.of(Namespaces.VIRT), List.copyOf(resources), associations, List.of());
    }

    private AssociationProvider component(InstanceProvider settings, ResourceSettingsProvider resource) {
        return Associations.of(ResourceNames.CIM_VIRTUAL_SYSTEM_SETTING_DATA_COMPONENT)
                .from(ResourceNames.GROUP_COMPONENT, settings)
                .to(ResourceNames.PART_COMPONENT, resource)
                .oneToMany((top, context) -> parts(resource, top), (part, context) -> topOf(part));
    }

    private static List<CimInstancePath> parts(ResourceSettingsProvider resource, CimInstancePath top) {
        ConfigurationId configuration = ConfigurationId.of(top);
        return configuration == null ? List.of() : resource.paths(configuration);
    }

    private @Nullable CimInstancePath topOf(CimInstancePath part) {
        ResourceId id = ResourceId.of(part);
        return id == null || !configurations.exists(id.configuration())
                ? null
                : id.configuration().path();
    }

    private static AssociationProvider forStarts(ResourceSettingsProvider resource) {
        return Associations.of(SettingsNames.CIM_ELEMENT_SETTING_DATA)
                .from(SettingsNames.MANAGED_ELEMENT, resource)
                .to(SettingsNames.SETTING_DATA, resource)
                .with((state, other, context) -> role(resource, Objects.requireNonNull(ResourceId.of(other))))
                .oneToMany((path, context) -> resource.forStarts(path), (path, context) -> resource.stateOf(path));
    }

    private static List<CimProperty> role(ResourceSettingsProvider resource, ResourceId then) {
        return SettingsRole.of(then.configuration(), resource.isCurrent(then));
    }
}
