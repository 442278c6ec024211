package org.telvirt.providers.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.pool.Allocation;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Configurations;

/** Answers for the settings of one kind of resource, in all configurations. Safe for use by many threads. */
final class ResourceSettingsProvider implements InstanceProvider {
    private final ResourceKind kind;
    private final Configurations configurations;
    private final ResourcePools pools;

    ResourceSettingsProvider(ResourceKind kind, Configurations configurations, ResourcePools pools) {
        this.kind = kind;
        this.configurations = configurations;
        this.pools = pools;
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
        return ResourceSettingsMapper.toInstance(kind, configuration, definition, device, pool);
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) {
        ResourceId id = ResourceId.of(path);
        return id != null && definition(id) != null;
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
