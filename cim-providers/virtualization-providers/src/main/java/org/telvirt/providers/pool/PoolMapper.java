package org.telvirt.providers.pool;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.pool.Pool;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.providers.device.ProgrammaticUnit;
import org.telvirt.providers.device.ResourceNames;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;

/**
 * Pools as CIM_ResourcePool (DSP1041 8.2). Capacity and Reserved are there where an amount can be reserved;
 * CurrentlyConsumedResource is what guests see of it.
 */
final class PoolMapper {
    /** The unit of processor pools: hundredths of one processor of the host. */
    static final String PERCENT = "percent";

    private PoolMapper() {}

    static CimInstance toInstance(Pool pool) {
        CimInstancePath path = PoolPath.of(pool.id());
        PoolKind kind = pool.id().kind();
        boolean bounded = pool.capacity() != null;
        return CimInstance.of(path.className())
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, pool.name())
                .with(ElementNames.CAPTION, pool.isPrimordial() ? "Resource pool of the host" : "Resource pool")
                .with(PoolNames.POOL_ID, pool.id().toString())
                .with(PoolNames.PRIMORDIAL, CimValues.bool(pool.isPrimordial()))
                .with(ResourceNames.RESOURCE_TYPE, CimValues.uint16(PoolPath.resourceType(kind)))
                .with(ResourceNames.RESOURCE_SUB_TYPE, subType(pool))
                .with(ResourceNames.ALLOCATION_UNITS, allocationUnits(kind))
                .with(PoolNames.CAPACITY, amount(pool.capacity()))
                .with(PoolNames.RESERVED, bounded ? CimValues.uint64(pool.reserved()) : null)
                .with(PoolNames.CONSUMED_RESOURCE_UNITS, consumedUnits(kind))
                .with(PoolNames.CURRENTLY_CONSUMED_RESOURCE, CimValues.uint64(pool.consumed()))
                .with(ElementNames.OPERATIONAL_STATUS, CimValues.uint16s(2))
                .with(ElementNames.HEALTH_STATE, CimValues.uint16(5))
                .with(ElementNames.PRIMARY_STATUS, CimValues.uint16(1))
                .at(path);
    }

    private static @Nullable CimValue amount(@Nullable Long amount) {
        return amount == null ? null : CimValues.uint64(amount);
    }

    private static @Nullable String subType(Pool pool) {
        return pool.pageSize() == null ? null : OrgId.prefix("pages of " + pool.pageSize() + " KiB");
    }

    /** The unit in which amounts of this kind are reserved. */
    static String allocationUnits(PoolKind kind) {
        return switch (kind) {
            case PROCESSOR -> PERCENT;
            case MEMORY, STORAGE -> ProgrammaticUnit.BYTE;
            case NETWORK, OPTICAL, FLOPPY, SERIAL -> ProgrammaticUnit.COUNT;
        };
    }

    private static String consumedUnits(PoolKind kind) {
        return kind == PoolKind.MEMORY ? ProgrammaticUnit.BYTE : ProgrammaticUnit.COUNT;
    }
}
