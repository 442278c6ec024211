package org.telvirt.providers.vswitch;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.vswitch.SwitchPath.Plug;

/** Answers for the LAN endpoints of the ports of switches, which have the names of their ports. Safe for many threads. */
final class EndpointProvider implements InstanceProvider {
    private final PortProvider ports;

    EndpointProvider(PortProvider ports) {
        this.ports = ports;
    }

    @Override
    public CimName className() {
        return SwitchNames.TELVIRT_ENDPOINT;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return ports.networks()
                .flatMap(network -> CimCursor.of(ports.plugs(network.name()).stream()
                        .map(plug -> SwitchMapper.endpoint(plug, network.active()))
                        .toList()));
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        Plug plug = SwitchPath.plugOfEndpoint(path);
        return plug == null || !ports.isPlugged(plug)
                ? null
                : SwitchMapper.endpoint(plug, ports.isActive(plug.network()));
    }
}
