package org.telvirt.providers.settings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.snapshot.SystemSnapshot;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.element.ElementNames;

/** Answers for the tops of configurations. Safe for use by many threads. */
final class SystemSettingsProvider implements InstanceProvider {
    private final Configurations configurations;
    private final DomainDefinition start;

    /**
     * Over these configurations.
     *
     * @param start a system of which nothing is said
     */
    SystemSettingsProvider(Configurations configurations, DomainDefinition start) {
        this.configurations = configurations;
        this.start = start;
    }

    @Override
    public CimName className() {
        return SettingsNames.TELVIRT_VIRTUAL_SYSTEM_SETTING_DATA;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(configurations.all()).map(this::instance);
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(configurations.all()).map(ConfigurationId::path);
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        ConfigurationId id = ConfigurationId.of(path);
        return id == null ? null : instance(id);
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) {
        ConfigurationId id = ConfigurationId.of(path);
        return id != null && configurations.exists(id);
    }

    /** As ModifySystemSettings, of what starts use. */
    @Override
    public void modify(CimInstance changes, CallContext context) throws CimException {
        CimInstancePath path = Objects.requireNonNull(changes.path());
        ConfigurationId id = ConfigurationId.of(path);
        CimInstance present = id == null ? null : instance(id);
        if (id == null || present == null) {
            throw CimException.notFound(path);
        }
        Modification.change(
                configurations.reconfiguration(),
                id,
                "ModifySystemSettings",
                definition -> SystemSettingsMapper.apply(Modification.reader(changes, present), definition));
    }

    /** As DefineSystem without resources and without a reference configuration. */
    @Override
    public CimInstancePath create(CimInstance instance, CallContext context) throws CimException {
        if (instance.value(ElementNames.INSTANCE_ID) != null) {
            throw CimException.invalidParameter(
                    "InstanceID of a configuration comes from its virtual system; leave it out");
        }
        DomainDefinition definition = SystemSettingsMapper.apply(
                new SettingsReader(instance, className().toString()), start);
        if (definition.name().isEmpty()) {
            throw CimException.invalidParameter("ElementName is missing; a virtual system needs a name");
        }
        return configurations.define(definition).path();
    }

    /** What the next start is to use once is taken back, and a snapshot is destroyed; others go with their system. */
    @Override
    public void delete(CimInstancePath path, CallContext context) throws CimException {
        ConfigurationId id = ConfigurationId.of(path);
        if (id != null && id.snapshot() != null) {
            configurations.removeSnapshot(id);
            return;
        } else if (id == null || !id.isNext()) {
            throw new CimException(
                    CimStatus.NOT_SUPPORTED,
                    "A configuration goes with its virtual system; remove that with DestroySystem");
        }
        configurations.forgetNext(id.system());
    }

    private @Nullable CimInstance instance(ConfigurationId id) {
        // a system may be gone since it was listed, and a snapshot too
        if (id.snapshot() != null) {
            SystemSnapshot snapshot = configurations.snapshot(id);
            return snapshot == null ? null : SystemSettingsMapper.toInstance(id, snapshot);
        }
        DomainDefinition definition = configurations.definition(id);
        return definition == null ? null : SystemSettingsMapper.toInstance(id, definition);
    }
}
