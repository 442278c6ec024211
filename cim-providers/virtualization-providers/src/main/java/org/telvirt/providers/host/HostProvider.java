package org.telvirt.providers.host;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.HostSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.InstanceProvider;

/** Answers for the one host. Safe for use by many threads. */
final class HostProvider implements InstanceProvider {
    private final VirtualizationFacility facility;

    HostProvider(VirtualizationFacility facility) {
        this.facility = facility;
    }

    @Override
    public CimName className() {
        return HostNames.TELVIRT_HOST_SYSTEM;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(List.of(HostMapper.toInstance(facility.host())));
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(List.of(HostMapper.path(facility.host().uuid())));
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        HostSystem host = facility.host();
        return isAt(path, host) ? HostMapper.toInstance(host) : null;
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) {
        return isAt(path, facility.host());
    }

    private static boolean isAt(CimInstancePath path, HostSystem host) {
        return path.in(null).on(null).equals(HostMapper.path(host.uuid()));
    }
}
