package org.telvirt.providers.boot;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.provider.InstanceProvider;

/** Answers for boot configurations. Safe for use by many threads. */
final class BootConfigProvider implements InstanceProvider {
    private final BootConfigurations configurations;

    BootConfigProvider(BootConfigurations configurations) {
        this.configurations = configurations;
    }

    @Override
    public CimName className() {
        return BootNames.TELVIRT_BOOT_CONFIG_SETTING;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(configurations.all()).map(this::instance);
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(configurations.all()).map(BootConfigId::path);
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        BootConfigId id = BootConfigId.of(path);
        return id == null || configurations.definition(id) == null ? null : instance(id);
    }

    @Override
    public CimInstancePath create(CimInstance instance, CallContext context) throws CimException {
        throw new CimException(
                CimStatus.NOT_SUPPORTED,
                "Each virtual system has two boot configurations, for every start and for the next one; change their"
                        + " order with ChangeBootOrder");
    }

    private CimInstance instance(BootConfigId id) {
        return BootMapper.config(id, configurations.name(id.system()));
    }
}
