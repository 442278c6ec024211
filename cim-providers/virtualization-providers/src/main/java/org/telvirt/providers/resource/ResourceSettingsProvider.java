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
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.Configurations;

/** Answers for the settings of one kind of resource, in all configurations. Safe for use by many threads. */
final class ResourceSettingsProvider implements InstanceProvider {
    private final ResourceKind kind;
    private final Configurations configurations;

    ResourceSettingsProvider(ResourceKind kind, Configurations configurations) {
        this.kind = kind;
        this.configurations = configurations;
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
                instances.add(ResourceSettingsMapper.toInstance(kind, configuration, definition, device));
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
        return id == null || definition == null
                ? null
                : ResourceSettingsMapper.toInstance(kind, id.configuration(), definition, id.device());
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

    /** Whether a resource is now as the next start has it. */
    boolean isCurrent(ResourceId id) {
        DomainDefinition now = definition(id.state());
        DomainDefinition next = definition(id.defined());
        return now != null && next != null && kind.isSame(now, next, id.device());
    }

    /** The settings of the same resource in the configuration that the next start uses; null: it has none. */
    @Nullable
    CimInstancePath definedOf(CimInstancePath path) {
        ResourceId id = Objects.requireNonNull(ResourceId.of(path));
        return id.configuration().isState() && definition(id.defined()) != null
                ? id.defined().path(kind)
                : null;
    }

    /** The settings of the same resource as it is now; null: it is not there now. */
    @Nullable
    CimInstancePath stateOf(CimInstancePath path) {
        ResourceId id = Objects.requireNonNull(ResourceId.of(path));
        return id.configuration().isDefined() && definition(id.state()) != null
                ? id.state().path(kind)
                : null;
    }
}
