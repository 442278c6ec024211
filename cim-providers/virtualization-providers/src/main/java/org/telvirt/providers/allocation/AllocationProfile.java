package org.telvirt.providers.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.CapabilitiesNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.pool.PoolPath;

/**
 * What can be allocated from each pool (DSP1043): by default, whatever is reserved, and currently. The host has the
 * capabilities of its own pools.
 */
public final class AllocationProfile {
    private static final List<CimProperty> DEFAULT =
            List.of(CimProperty.of(AllocationNames.CHARACTERISTICS, CimValues.uint16s(2)));
    private static final List<CimProperty> CURRENT =
            List.of(CimProperty.of(AllocationNames.CHARACTERISTICS, CimValues.uint16s(3)));

    private final ResourcePools pools;
    private final CapabilitiesProvider capabilities;
    private final TemplateProvider templates;

    public AllocationProfile(ResourcePools pools) {
        this.pools = pools;
        this.capabilities = new CapabilitiesProvider(pools);
        this.templates = new TemplateProvider(pools);
    }

    /** The capabilities. */
    public InstanceProvider capabilities() {
        return capabilities;
    }

    /**
     * The providers.
     *
     * @param hosts the host
     * @param poolProviders the pools, one provider for each class
     */
    public ProviderSet providers(InstanceProvider hosts, List<? extends InstanceProvider> poolProviders) {
        List<AssociationProvider> associations = new ArrayList<>();
        associations.add(ofHost(hosts));
        for (InstanceProvider provider : poolProviders) {
            associations.add(ofPool(provider));
        }
        associations.add(defining());
        return new ProviderSet(Set.of(Namespaces.VIRT), List.of(capabilities, templates), associations, List.of());
    }

    private Associations.Linked capable(InstanceProvider elements) {
        return Associations.of(CapabilitiesNames.CIM_ELEMENT_CAPABILITIES)
                .from(CapabilitiesNames.MANAGED_ELEMENT, elements)
                .to(CapabilitiesNames.CAPABILITIES, capabilities)
                .with((element, path, context) -> id(path).current() ? CURRENT : DEFAULT);
    }

    private static CapabilitiesId id(CimInstancePath path) {
        return Objects.requireNonNull(CapabilitiesId.of(path));
    }

    private AssociationProvider ofPool(InstanceProvider provider) {
        return capable(provider).oneToMany((pool, context) -> paths(PoolPath.id(pool)), (path, context) -> {
            CimInstancePath pool = PoolPath.of(id(path).pool());
            return pool.className().equals(provider.className()) ? pool : null;
        });
    }

    private static List<CimInstancePath> paths(@Nullable PoolId pool) {
        return pool == null
                ? List.of()
                : CapabilitiesProvider.ids(pool).map(CapabilitiesId::path).toList();
    }

    private AssociationProvider ofHost(InstanceProvider hosts) {
        return capable(hosts)
                .oneToMany(
                        (host, context) -> pools.ids().stream()
                                .filter(pool -> !pool.isChild())
                                .flatMap(pool -> paths(pool).stream())
                                .toList(),
                        (path, context) -> id(path).pool().isChild()
                                ? null
                                : hosts.enumeratePaths(context).toList().get(0));
    }

    private AssociationProvider defining() {
        return Associations.of(AllocationNames.CIM_SETTINGS_DEFINE_CAPABILITIES)
                .from(AllocationNames.GROUP_COMPONENT, capabilities)
                .to(AllocationNames.PART_COMPONENT, templates)
                .with((path, part, context) ->
                        Objects.requireNonNull(templates.template(part)).role())
                .oneToMany(
                        (path, context) -> templates.templates(id(path)).stream()
                                .map(Template::path)
                                .toList(),
                        (part, context) -> Objects.requireNonNull(templates.template(part))
                                .capabilities()
                                .path());
    }
}
