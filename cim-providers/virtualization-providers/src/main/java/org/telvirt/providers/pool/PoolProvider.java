package org.telvirt.providers.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.pool.Pool;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.element.ReturnValues;

/** Answers for the pools of one class. Safe for use by many threads. */
final class PoolProvider implements InstanceProvider {
    private final CimName className;
    private final ResourcePools pools;

    PoolProvider(CimName className, ResourcePools pools) {
        this.className = className;
        this.pools = pools;
    }

    @Override
    public CimName className() {
        return className;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        List<Pool> all = pools.list();
        return CimCursor.of(all.stream()
                .filter(pool -> isOurs(pool.id()))
                .map(PoolMapper::toInstance)
                .toList());
    }

    private boolean isOurs(PoolId id) {
        return PoolPath.className(id.kind()).equals(className);
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(
                pools.ids().stream().filter(this::isOurs).map(PoolPath::of).toList());
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        PoolId id = PoolPath.id(path);
        Pool pool = id == null || !isOurs(id) ? null : pools.find(id);
        return pool == null ? null : PoolMapper.toInstance(pool);
    }

    @Override
    public CimInstancePath create(CimInstance instance, CallContext context) throws CimException {
        throw CimException.notSupported("A resource pool is made by CreateResourcePool or CreateChildResourcePool of"
                + " CIM_ResourcePoolConfigurationService, which take what it consists of");
    }

    /** As DeleteResourcePool. */
    @Override
    public void delete(CimInstancePath path, CallContext context) throws CimException {
        PoolId id = PoolPath.id(path);
        if (id == null) {
            throw CimException.notFound(path);
        }
        try {
            pools.delete(id);
        } catch (FacilityException e) {
            throw new CimException(ReturnValues.status(e.reason()), e.getMessage());
        }
    }
}
