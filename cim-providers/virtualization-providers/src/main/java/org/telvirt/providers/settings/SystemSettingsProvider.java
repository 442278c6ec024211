package org.telvirt.providers.settings;

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

/** Answers for the tops of configurations. Safe for use by many threads. */
final class SystemSettingsProvider implements InstanceProvider {
    private final Configurations configurations;

    SystemSettingsProvider(Configurations configurations) {
        this.configurations = configurations;
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

    /** Only what the next start is to use once can be taken back. */
    @Override
    public void delete(CimInstancePath path, CallContext context) throws CimException {
        ConfigurationId id = ConfigurationId.of(path);
        if (id == null || !id.isNext()) {
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
