package org.telvirt.providers.boot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.boot.BootConfigId.SourceId;

/** Answers for boot sources. Safe for use by many threads. */
final class BootSourceProvider implements InstanceProvider {
    private final BootConfigurations configurations;

    BootSourceProvider(BootConfigurations configurations) {
        this.configurations = configurations;
    }

    @Override
    public CimName className() {
        return BootNames.TELVIRT_BOOT_SOURCE_SETTING;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(configurations.all()).flatMap(id -> CimCursor.of(instances(id)));
    }

    private List<CimInstance> instances(BootConfigId id) {
        return configurations.sources(id).stream()
                .map(source -> BootMapper.source(id, source))
                .toList();
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(configurations.all()).flatMap(id -> CimCursor.of(paths(id)));
    }

    /** Where the sources of a boot configuration are. */
    List<CimInstancePath> paths(BootConfigId id) {
        return configurations.sources(id).stream()
                .map(source -> id.source(source.name()))
                .toList();
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        SourceId id = SourceId.of(path);
        BootSource source = id == null ? null : configurations.source(id);
        return id == null || source == null ? null : BootMapper.source(id.config(), source);
    }
}
