package org.telvirt.providers.logicaldevice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.ScopedPath;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.logicaldevice.Devices.Running;

/** Answers for the LAN endpoints of network ports, which have the names of their ports. Safe for use by many threads. */
final class EndpointProvider implements InstanceProvider {
    private static final int ETHERNET_CSMA_CD = 6;

    private final EthernetPortKind ports;
    private final DeviceProvider provider;
    private final Devices devices;

    EndpointProvider(EthernetPortKind ports, DeviceProvider provider, Devices devices) {
        this.ports = ports;
        this.provider = provider;
        this.devices = devices;
    }

    @Override
    public CimName className() {
        return DeviceNames.TELVIRT_LAN_ENDPOINT;
    }

    /** Where the endpoint of a port is. */
    static CimInstancePath path(DeviceId port) {
        return ScopedPath.of(
                SystemPath.of(port.system()), DeviceNames.TELVIRT_LAN_ENDPOINT, ElementNames.NAME, port.name());
    }

    /** The port of the endpoint that can be at this path; null: none can. */
    static @Nullable DeviceId port(CimInstancePath path) {
        return DeviceId.of(path, DeviceNames.TELVIRT_LAN_ENDPOINT, ElementNames.NAME);
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(devices.systems()).flatMap(system -> CimCursor.of(instances(system)));
    }

    private List<CimInstance> instances(VirtualSystem system) {
        Running running = devices.running(system);
        return running == null
                ? List.of()
                : ports.names(running.definition()).stream()
                        .map(name -> instance(running, name))
                        .toList();
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        DeviceId port = port(path);
        Running running = port == null ? null : provider.find(port);
        return port == null || running == null ? null : instance(running, port.name());
    }

    /** Where the endpoints of a virtual system are. */
    List<CimInstancePath> paths(SystemId system) {
        Running running = devices.find(system);
        return running == null
                ? List.of()
                : ports.names(running.definition()).stream()
                        .map(name -> path(new DeviceId(system, name)))
                        .toList();
    }

    private CimInstance instance(Running running, String name) {
        CimInstancePath path = path(new DeviceId(running.system().id(), name));
        CimInstance.Builder instance =
                DeviceMapper.described(DeviceNames.TELVIRT_LAN_ENDPOINT, path, running, name, "LAN endpoint");
        DeviceMapper.addState(instance, running.system(), ports.isOffline(running.definition(), name));
        return instance.with(DeviceNames.PROTOCOL_IF_TYPE, CimValues.uint16(ETHERNET_CSMA_CD))
                .with(DeviceNames.MAC_ADDRESS, ports.address(running.definition(), name))
                .at(path);
    }
}
