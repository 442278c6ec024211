package org.telvirt.providers.vswitch;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.pool.Network;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.provider.InstanceProvider;

/**
 * Answers for something of which each network has one: its switch, or the settings of that. Safe for use by many threads.
 *
 * @param nameOf the network whose instance can be at a path; null: none can
 */
record SwitchProvider(
        CimName className,
        ResourcePools pools,
        Function<CimInstancePath, @Nullable String> nameOf,
        Function<Network, CimInstance> mapper)
        implements InstanceProvider {

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(pools.networks().stream().map(mapper).toList());
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        String name = nameOf.apply(path);
        for (Network network : pools.networks()) {
            if (network.name().equals(name)) {
                return mapper.apply(network);
            }
        }
        return null;
    }
}
