package org.telvirt.facility;

import org.jspecify.annotations.Nullable;
import org.telvirt.facility.journal.DurableTexts;
import org.telvirt.facility.pool.PoolRecords;

/**
 * What a facility keeps beyond its process.
 *
 * @param work what has been begun and not ended, and jobs that can still be seen; null: forgotten with the process
 * @param pools the resource pools that clients made
 */
public record FacilityRecords(@Nullable DurableTexts work, PoolRecords pools) {
    /** Records that end with the process. */
    public static FacilityRecords forgetful() {
        return new FacilityRecords(null, PoolRecords.inMemory());
    }
}
