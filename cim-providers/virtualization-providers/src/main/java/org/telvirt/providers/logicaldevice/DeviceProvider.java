package org.telvirt.providers.logicaldevice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.logicaldevice.Devices.Running;

/** Answers for the devices of one kind. Safe for use by many threads. */
final class DeviceProvider implements InstanceProvider {
    private final DeviceKind kind;
    private final Devices devices;

    DeviceProvider(DeviceKind kind, Devices devices) {
        this.kind = kind;
        this.devices = devices;
    }

    DeviceKind kind() {
        return kind;
    }

    @Override
    public CimName className() {
        return kind.className();
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(devices.systems()).flatMap(system -> CimCursor.of(instances(system)));
    }

    private List<CimInstance> instances(VirtualSystem system) {
        Running running = devices.running(system);
        return running == null
                ? List.of()
                : kind.names(running.definition()).stream()
                        .map(name -> DeviceMapper.toInstance(kind, running, name))
                        .toList();
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(devices.systems()).flatMap(system -> CimCursor.of(paths(devices.running(system))));
    }

    /** Where the devices of a virtual system are; empty: it has none of this kind now. */
    List<CimInstancePath> paths(SystemId system) {
        return paths(devices.find(system));
    }

    private List<CimInstancePath> paths(@Nullable Running running) {
        return running == null
                ? List.of()
                : kind.names(running.definition()).stream()
                        .map(name -> new DeviceId(running.system().id(), name).path(kind.className()))
                        .toList();
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        DeviceId id = DeviceId.of(path, kind.className());
        Running running = id == null ? null : find(id);
        return id == null || running == null ? null : DeviceMapper.toInstance(kind, running, id.name());
    }

    @Override
    public boolean exists(CimInstancePath path, CallContext context) {
        DeviceId id = DeviceId.of(path, kind.className());
        return id != null && find(id) != null;
    }

    /** The virtual system that has this device now; null: none has. */
    @Nullable
    Running find(DeviceId id) {
        Running running = devices.find(id.system());
        return running != null && kind.names(running.definition()).contains(id.name()) ? running : null;
    }
}
