package org.telvirt.providers.system;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.element.SystemPath;

/** Answers for virtual systems. Safe for use by many threads. */
final class SystemProvider implements InstanceProvider {
    private final VirtualizationFacility facility;

    SystemProvider(VirtualizationFacility facility) {
        this.facility = facility;
    }

    @Override
    public CimName className() {
        return SystemPath.TELVIRT_COMPUTER_SYSTEM;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(facility.systems()).map(this::instance);
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(facility.systems()).map(system -> SystemPath.of(system.id()));
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        VirtualSystem system = find(path);
        return system == null ? null : instance(system);
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) {
        return find(path) != null;
    }

    /** The virtual system at this path; null: there is none. */
    @Nullable
    VirtualSystem find(CimInstancePath path) {
        SystemId id = SystemPath.id(path);
        return id == null ? null : facility.system(id);
    }

    private CimInstance instance(VirtualSystem system) {
        return SystemMapper.toInstance(system, facility.availableTransitions(system.id()));
    }
}
