package org.telvirt.providers.system;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.InstanceProvider;

/** Answers for the capabilities of virtual systems, one instance each. Safe for use by many threads. */
final class SystemCapabilitiesProvider implements InstanceProvider {
    private final VirtualizationFacility facility;

    SystemCapabilitiesProvider(VirtualizationFacility facility) {
        this.facility = facility;
    }

    @Override
    public CimName className() {
        return SystemCapabilitiesMapper.TELVIRT_CAPABILITIES;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        Set<Transition> transitions = facility.host().transitions();
        return CimCursor.of(facility.systems()).map(system -> SystemCapabilitiesMapper.toInstance(system, transitions));
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(facility.systems()).map(system -> SystemCapabilitiesMapper.path(system.id()));
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        SystemId id = SystemCapabilitiesMapper.id(path);
        VirtualSystem system = id == null ? null : facility.system(id);
        return system == null
                ? null
                : SystemCapabilitiesMapper.toInstance(system, facility.host().transitions());
    }
}
