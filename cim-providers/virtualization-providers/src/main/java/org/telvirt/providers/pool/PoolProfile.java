package org.telvirt.providers.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.facility.pool.Allocation;
import org.telvirt.facility.pool.Pool;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.facility.pool.Share;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.provider.AssociationProvider;
import org.telvirt.provider.Associations;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SoleInstance;
import org.telvirt.providers.host.HostedService;
import org.telvirt.providers.job.Answers;
import org.telvirt.providers.resource.ResourceId;
import org.telvirt.providers.resource.ResourceKind;
import org.telvirt.providers.resource.ResourceKinds;
import org.telvirt.providers.settings.ConfigurationId;

/** The pools, what is allocated from them, what they consist of, and the service that changes them (DSP1041). */
public final class PoolProfile {
    private static final List<CimName> CLASSES =
            Stream.of(PoolKind.values()).map(PoolPath::className).distinct().toList();

    private static final HostedService SERVICE = new HostedService(
            PoolNames.TELVIRT_SERVICE, "ResourcePoolConfigurationService", "Configuration of resource pools");

    private final ResourcePools pools;
    private final HostProcessors processors;
    private final List<PoolProvider> providers;
    private final InstanceProvider service;
    private final InstanceProvider capabilities;
    private final PoolMethods methods;

    public PoolProfile(VirtualizationFacility facility, Answers answers) {
        this.pools = facility.pools();
        this.processors = new HostProcessors(facility);
        this.providers =
                CLASSES.stream().map(name -> new PoolProvider(name, pools)).toList();
        this.service = new SoleInstance(
                PoolNames.TELVIRT_SERVICE,
                () -> SERVICE.path(facility.host()),
                () -> SERVICE.describe(facility.host()).at(SERVICE.path(facility.host())));
        this.capabilities = new SoleInstance(
                PoolNames.TELVIRT_CAPABILITIES,
                PoolCapabilitiesMapper::path,
                () -> PoolCapabilitiesMapper.toInstance(facility.host()));
        this.methods = new PoolMethods(pools, processors, answers);
    }

    /** The pools, one provider for each class. */
    public List<InstanceProvider> pools() {
        return List.copyOf(providers);
    }

    /** The pools of this kind; of those that share a class all. */
    public InstanceProvider pools(PoolKind kind) {
        return providers.stream()
                .filter(provider -> provider.className().equals(PoolPath.className(kind)))
                .findFirst()
                .orElseThrow();
    }

    /** The pool configuration service. */
    public InstanceProvider services() {
        return service;
    }

    /**
     * The providers.
     *
     * @param hosts the host, which all pools are of
     * @param resources the settings of resources, one provider for each class
     */
    public ProviderSet providers(InstanceProvider hosts, List<? extends InstanceProvider> resources) {
        List<AssociationProvider> associations = new ArrayList<>();
        for (PoolProvider provider : providers) {
            associations.add(Associations.of(PoolNames.CIM_HOSTED_RESOURCE_POOL)
                    .from(PoolNames.GROUP_COMPONENT, hosts)
                    .to(PoolNames.PART_COMPONENT, provider)
                    .everyToEvery());
            associations.add(HostedService.managing(service, provider));
        }
        for (PoolKind kind : List.of(PoolKind.PROCESSOR, PoolKind.MEMORY, PoolKind.STORAGE)) {
            associations.add(descent(pools(kind)));
        }
        for (InstanceProvider settings : resources) {
            allocated(settings).forEach(associations::add);
        }
        associations.add(components());
        associations.add(Associations.of(PoolNames.CIM_SYSTEM_DEVICE)
                .from(PoolNames.GROUP_COMPONENT, hosts)
                .to(PoolNames.PART_COMPONENT, processors)
                .everyToEvery());
        associations.add(HostedService.hosting(hosts, service));
        associations.add(HostedService.capable(service, capabilities));
        List<InstanceProvider> instances = new ArrayList<>(providers);
        instances.addAll(List.of(processors, service, capabilities));
        return new ProviderSet(Set.of(Namespaces.VIRT), instances, associations, List.of(methods));
    }

    /** From a pool to those that have a part of it. */
    private AssociationProvider descent(InstanceProvider same) {
        return Associations.of(PoolNames.CIM_ELEMENT_ALLOCATED_FROM_POOL)
                .from(ElementNames.ANTECEDENT, same)
                .to(ElementNames.DEPENDENT, same)
                .manyToMany((path, context) -> childrenOf(PoolPath.id(path)), (path, context) -> parentsOf(path));
    }

    private List<CimInstancePath> childrenOf(@Nullable PoolId parent) {
        return pools.list().stream()
                .filter(pool ->
                        pool.shares().stream().anyMatch(share -> share.from().equals(parent)))
                .map(pool -> PoolPath.of(pool.id()))
                .toList();
    }

    private List<CimInstancePath> parentsOf(CimInstancePath path) {
        PoolId id = PoolPath.id(path);
        Pool pool = id == null ? null : pools.find(id);
        return pool == null
                ? List.of()
                : pool.shares().stream()
                        .map(Share::from)
                        .distinct()
                        .map(PoolPath::of)
                        .toList();
    }

    /** From the pools to what active systems have of them, for the settings of one kind of resource. */
    private Stream<AssociationProvider> allocated(InstanceProvider settings) {
        return ResourceKinds.ALL.stream()
                .filter(kind -> kind.className().equals(settings.className()))
                .flatMap(kind -> providers.stream()
                        .filter(provider -> feeds(provider.className(), kind))
                        .map(provider -> Associations.of(PoolNames.CIM_RESOURCE_ALLOCATION_FROM_POOL)
                                .from(ElementNames.ANTECEDENT, provider)
                                .to(ElementNames.DEPENDENT, settings)
                                .oneToMany(
                                        (pool, context) -> settingsFrom(PoolPath.id(pool), kind),
                                        (path, context) -> poolOf(path, provider.className()))));
    }

    private static boolean feeds(CimName poolClass, ResourceKind kind) {
        return Stream.of(PoolKind.values())
                .anyMatch(pool ->
                        PoolPath.className(pool).equals(poolClass) && kind.hasType(PoolPath.resourceType(pool)));
    }

    private List<CimInstancePath> settingsFrom(@Nullable PoolId pool, ResourceKind kind) {
        return pool == null || !kind.hasType(PoolPath.resourceType(pool.kind()))
                ? List.of()
                : pools.allocationsFrom(pool).stream()
                        .map(allocation -> resource(allocation).path(kind))
                        .toList();
    }

    private static ResourceId resource(Allocation allocation) {
        return new ResourceId(new ConfigurationId(allocation.system(), Configuration.ACTIVE), allocation.device());
    }

    private @Nullable CimInstancePath poolOf(CimInstancePath settings, CimName poolClass) {
        ResourceId id = ResourceId.of(settings);
        if (id == null || !id.configuration().isState()) {
            return null;
        }
        for (Allocation allocation : pools.allocationsOf(id.configuration().system())) {
            if (allocation.device().equals(id.device())) {
                CimInstancePath pool = PoolPath.of(allocation.pool());
                return pool.className().equals(poolClass) ? pool : null;
            }
        }
        return null;
    }

    /** From processor pools to the processors of the host that they consist of. */
    private AssociationProvider components() {
        return Associations.of(PoolNames.CIM_CONCRETE_COMPONENT)
                .from(PoolNames.GROUP_COMPONENT, pools(PoolKind.PROCESSOR))
                .to(PoolNames.PART_COMPONENT, processors)
                .oneToMany((path, context) -> processorsOf(PoolPath.id(path)), (path, context) -> poolOf(path));
    }

    private List<CimInstancePath> processorsOf(@Nullable PoolId id) {
        Pool pool = id == null ? null : pools.find(id);
        return pool == null
                ? List.of()
                : pool.processors().numbers().stream()
                        .filter(pools.processors().numbers()::contains)
                        .map(processors::path)
                        .toList();
    }

    private @Nullable CimInstancePath poolOf(CimInstancePath processor) {
        Integer number = processors.number(processor);
        for (Pool pool : pools.list()) {
            if (number != null && pool.processors().numbers().contains(number)) {
                return PoolPath.of(pool.id());
            }
        }
        return null;
    }
}
