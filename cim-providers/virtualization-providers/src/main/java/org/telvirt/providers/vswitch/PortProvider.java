package org.telvirt.providers.vswitch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.pool.Network;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.vswitch.SwitchPath.Plug;

/** Answers for the ports of switches: one for each port of an active system that is plugged in. Safe for many threads. */
final class PortProvider implements InstanceProvider {
    private final ResourcePools pools;

    PortProvider(ResourcePools pools) {
        this.pools = pools;
    }

    @Override
    public CimName className() {
        return SwitchNames.TELVIRT_PORT;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return networks()
                .flatMap(network -> CimCursor.of(plugs(network.name()).stream()
                        .map(plug -> SwitchMapper.port(plug, network.active()))
                        .toList()));
    }

    /** The networks that there are. */
    CimCursor<Network> networks() {
        return CimCursor.of(pools.networks());
    }

    /** What is plugged into a network now. */
    List<Plug> plugs(String network) {
        return pools.allocationsFrom(PoolId.network(network)).stream()
                .map(allocation -> new Plug(network, allocation.system(), allocation.device()))
                .toList();
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        Plug plug = SwitchPath.plug(path);
        if (plug == null || !isPlugged(plug)) {
            return null;
        }
        return SwitchMapper.port(plug, isActive(plug.network()));
    }

    /** Whether there is an active network of this name. */
    boolean isActive(String name) {
        return pools.networks().stream().anyMatch(network -> network.name().equals(name) && network.active());
    }

    /** What a network port of a system is plugged into, if that is a switch; null: nothing is. */
    @Nullable
    Plug plug(SystemId system, String device) {
        return pools.allocationsOf(system).stream()
                .filter(allocation -> allocation.device().equals(device))
                .flatMap(allocation -> pools.networks().stream()
                        .filter(network -> PoolId.network(network.name()).equals(allocation.pool())))
                .map(network -> new Plug(network.name(), system, device))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is plugged in now. */
    boolean isPlugged(Plug plug) {
        PoolId pool = PoolId.network(plug.network());
        return pools.allocationsOf(plug.system()).stream()
                .anyMatch(allocation -> allocation.device().equals(plug.device())
                        && allocation.pool().equals(pool));
    }
}
