package org.telvirt.providers.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.facility.pool.Allocation;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.allocation.ProcessorMapping;
import org.telvirt.providers.device.ResourceNames;
import org.telvirt.providers.pool.HostProcessors;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Configurations;
import org.telvirt.providers.settings.Modification;

/** Answers for the settings of one kind of resource, in all configurations. Safe for use by many threads. */
final class ResourceSettingsProvider implements InstanceProvider {
    private final ResourceKind kind;
    private final Configurations configurations;
    private final ResourcePools pools;
    private final HostProcessors processors;

    ResourceSettingsProvider(ResourceKind kind, Configurations configurations, VirtualizationFacility facility) {
        this.kind = kind;
        this.configurations = configurations;
        this.pools = facility.pools();
        this.processors = new HostProcessors(facility);
    }

    @Override
    public CimName className() {
        return kind.className();
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(configurations.all()).flatMap(configuration -> CimCursor.of(instances(configuration)));
    }

    private List<CimInstance> instances(ConfigurationId configuration) {
        DomainDefinition definition = configurations.definition(configuration);
        List<CimInstance> instances = new ArrayList<>();
        if (definition != null) {
            for (String device : kind.devices(definition)) {
                instances.add(instance(configuration, definition, device));
            }
        }
        return instances;
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(configurations.all()).flatMap(configuration -> CimCursor.of(paths(configuration)));
    }

    /** Where the settings of a configuration are; empty: it has none of this kind, or there is no such one. */
    List<CimInstancePath> paths(ConfigurationId configuration) {
        DomainDefinition definition = configurations.definition(configuration);
        List<CimInstancePath> paths = new ArrayList<>();
        if (definition != null) {
            for (String device : kind.devices(definition)) {
                paths.add(new ResourceId(configuration, device).path(kind));
            }
        }
        return paths;
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        ResourceId id = ResourceId.of(path);
        DomainDefinition definition = id == null ? null : definition(id);
        return id == null || definition == null ? null : instance(id.configuration(), definition, id.device());
    }

    private CimInstance instance(ConfigurationId configuration, DomainDefinition definition, String device) {
        PoolId pool = null;
        for (Allocation each : pools.demand(configuration.system(), definition)) {
            pool = each.device().equals(device) ? each.pool() : pool;
        }
        PoolId from = pool;
        return ResourceSettingsMapper.toInstance(
                kind, configuration, definition, device, settings -> addOrigin(settings, definition, from));
    }

    private void addOrigin(CimInstance.Builder settings, DomainDefinition definition, @Nullable PoolId pool) {
        settings.with(ResourceNames.POOL_ID, pool == null ? null : pool.toString());
        if (pool != null && pool.kind() == PoolKind.PROCESSOR) {
            ProcessorMapping.describe(settings, definition.processors(), processors::path);
        }
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) {
        ResourceId id = ResourceId.of(path);
        return id != null && definition(id) != null;
    }

    /** As ModifyResourceSettings, of what starts use. */
    @Override
    public void modify(CimInstance changes, CallContext context) throws CimException {
        ResourceId id = present(Objects.requireNonNull(changes.path()));
        CimInstance present = Objects.requireNonNull(get(id.path(kind), context));
        Modification.change(
                configurations.reconfiguration(), id.configuration(), "ModifyResourceSettings", definition -> {
                    requireThere(id, definition);
                    return new ResourceRequest(kind, Modification.reader(changes, present), id.instanceId())
                            .change(definition, id.device());
                });
    }

    @Override
    public CimInstancePath create(CimInstance instance, CallContext context) throws CimException {
        throw CimException.notSupported("A resource is added by AddResourceSettings of"
                + " CIM_VirtualSystemManagementService, which takes the configuration that it is for");
    }

    /** As RemoveResourceSettings, from what starts use. */
    @Override
    public void delete(CimInstancePath path, CallContext context) throws CimException {
        ResourceId id = present(path);
        if (kind.isSingle()) {
            throw CimException.notSupported("A virtual system always has " + kind.word() + "; it can be changed");
        }
        Modification.change(
                configurations.reconfiguration(), id.configuration(), "RemoveResourceSettings", definition -> {
                    requireThere(id, definition);
                    return kind.without(definition, Set.of(id.device()));
                });
    }

    private ResourceId present(CimInstancePath path) throws CimException {
        ResourceId id = ResourceId.of(path);
        if (id == null || definition(id) == null) {
            throw CimException.notFound(path);
        }
        return id;
    }

    /** It may have gone since it was looked up. */
    private void requireThere(ResourceId id, DomainDefinition definition) throws CimException {
        if (!kind.devices(definition).contains(id.device())) {
            throw CimException.notFound(id.path(kind));
        }
    }

    /** The definition that has this resource; null: there is none. */
    @Nullable
    DomainDefinition definition(ResourceId id) {
        DomainDefinition definition = configurations.definition(id.configuration());
        return definition != null && kind.devices(definition).contains(id.device()) ? definition : null;
    }

    /** Whether a resource is now as a start would have it. */
    boolean isCurrent(ResourceId then) {
        DomainDefinition now = definition(then.state());
        DomainDefinition later = definition(then);
        return now != null && later != null && kind.isSame(now, later, then.device());
    }

    /** The settings of the same resource in the configurations that starts use and that have it. */
    List<CimInstancePath> forStarts(CimInstancePath path) {
        ResourceId id = Objects.requireNonNull(ResourceId.of(path));
        return !id.configuration().isState()
                ? List.of()
                : configurations.forStarts(id.configuration().system()).stream()
                        .map(id::in)
                        .filter(other -> definition(other) != null)
                        .map(other -> other.path(kind))
                        .toList();
    }

    /** The settings of the same resource as it is now; null: it is not there now. */
    @Nullable
    CimInstancePath stateOf(CimInstancePath path) {
        ResourceId id = Objects.requireNonNull(ResourceId.of(path));
        return id.configuration().isForStarts() && definition(id.state()) != null
                ? id.state().path(kind)
                : null;
    }
}
