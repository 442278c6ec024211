package org.telvirt.providers.allocation;

import org.jspecify.annotations.Nullable;
import org.telvirt.facility.pool.Pool;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.providers.device.ProgrammaticUnit;

/**
 * The amounts that an allocation from a pool can have. Those that are reserved are bounded by what the pool has; those that
 * guests see are not, but by what it could ever have: more than that would never be quick.
 *
 * @param quantityUnits of usual, least, most and step
 * @param allocationUnits of reservable
 * @param usual what is given if nobody says anything
 * @param step between least and most, which are so many steps apart
 * @param reservable the most that can be promised, a multiple of {@code reservationStep}; null: nothing can
 */
record Bounds(
        String quantityUnits,
        String allocationUnits,
        long usual,
        long least,
        long most,
        long step,
        @Nullable Long reservable,
        long reservationStep) {
    private static final long MIB = 1L << 20;
    private static final long KIB_IN_MIB = 1024;
    private static final String MEBIBYTE = ProgrammaticUnit.BYTE + "*2^20";
    private static final String PERCENT = "percent";

    /**
     * What a pool allows.
     *
     * @param current whether what is reserved already is left out
     * @return null: nothing
     */
    static @Nullable Bounds of(Pool pool, boolean current) {
        Long capacity = pool.capacity();
        long free = capacity == null ? 0 : Math.max(0, capacity - (current ? pool.reserved() : 0));
        return switch (pool.id().kind()) {
            case PROCESSOR -> processors(capacity == null ? 0 : capacity, free);
            case MEMORY -> memory(pool, capacity == null ? 0 : capacity, free);
            case STORAGE, NETWORK, OPTICAL, FLOPPY, SERIAL ->
                new Bounds(ProgrammaticUnit.COUNT, ProgrammaticUnit.COUNT, 1, 1, 1, 1, null, 1);
        };
    }

    private static @Nullable Bounds processors(long capacity, long free) {
        long most = capacity / PoolKind.WHOLE_PROCESSOR;
        return most < 1
                ? null
                : new Bounds(
                        ProgrammaticUnit.COUNT, PERCENT, AllocationDefaults.PROCESSORS, 1, most, 1, (Long) free, 1);
    }

    /** Memory comes in mebibytes, or in pages if these are larger. */
    private static @Nullable Bounds memory(Pool pool, long capacity, long free) {
        Long pageSize = pool.pageSize();
        long step = pageSize == null ? 1 : Math.max(1, pageSize / KIB_IN_MIB);
        long most = capacity / MIB / step * step;
        if (most < step) {
            return null;
        }
        long wanted = AllocationDefaults.MEMORY.bytes() / MIB;
        long usual = Math.min(most, Math.max(step, wanted / step * step));
        return new Bounds(MEBIBYTE, MEBIBYTE, usual, step, most, step, (Long) (free / MIB / step * step), step);
    }
}
