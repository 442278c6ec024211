package org.telvirt.providers.host;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.MachineDevice;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.InstanceProvider;

/** Answers for the devices of the host of one kind. Safe for use by many threads. */
final class HostDeviceProvider implements InstanceProvider {
    private final HostDeviceKind kind;
    private final VirtualizationFacility facility;

    HostDeviceProvider(HostDeviceKind kind, VirtualizationFacility facility) {
        this.kind = kind;
        this.facility = facility;
    }

    @Override
    public CimName className() {
        return kind.className();
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(kind.of(facility.machineDevices()).stream()
                .map(device -> kind.toInstance(facility.host(), device))
                .toList());
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        CimInstancePath wanted = path.in(null).on(null);
        for (MachineDevice device : kind.of(facility.machineDevices())) {
            if (kind.path(facility.host(), device).equals(wanted)) {
                return kind.toInstance(facility.host(), device);
            }
        }
        return null;
    }
}
