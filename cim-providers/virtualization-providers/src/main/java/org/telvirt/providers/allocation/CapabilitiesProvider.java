package org.telvirt.providers.allocation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.pool.Pool;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.provider.InstanceProvider;

/** Answers for the capabilities of all pools, two of each. Safe for use by many threads. */
final class CapabilitiesProvider implements InstanceProvider {
    private final ResourcePools pools;

    CapabilitiesProvider(ResourcePools pools) {
        this.pools = pools;
    }

    @Override
    public CimName className() {
        return AllocationNames.TELVIRT_CAPABILITIES;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(pools.list())
                .flatMap(pool -> CimCursor.of(
                        ids(pool.id()).map(id -> instance(id, pool)).toList()));
    }

    /** The capabilities of a pool: what is possible at all, and what is now. */
    static Stream<CapabilitiesId> ids(PoolId pool) {
        return Stream.of(new CapabilitiesId(pool, false), new CapabilitiesId(pool, true));
    }

    private CimInstance instance(CapabilitiesId id, Pool pool) {
        return CapabilitiesMapper.toInstance(
                id, pool, pools.changeable().contains(pool.id().kind()));
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        List<PoolId> all = pools.ids();
        return CimCursor.of(all.stream()
                .flatMap(CapabilitiesProvider::ids)
                .map(CapabilitiesId::path)
                .toList());
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        CapabilitiesId id = CapabilitiesId.of(path);
        Pool pool = id == null ? null : pools.find(id.pool());
        return id == null || pool == null ? null : instance(id, pool);
    }
}
