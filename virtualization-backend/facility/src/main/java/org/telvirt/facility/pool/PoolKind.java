package org.telvirt.facility.pool;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a pool consists of, and the unit in which it is reserved. */
public enum PoolKind {
    /** In hundredths of one processor of the host. */
    PROCESSOR,
    /** In bytes. */
    MEMORY,
    /** Disks; in bytes. */
    STORAGE,
    /** Network ports; nothing of them is reserved. */
    NETWORK,
    /** Drives for CDs; nothing of them is reserved. */
    OPTICAL,
    /** Drives for floppy disks; nothing of them is reserved. */
    FLOPPY,
    /** Serial ports; nothing of them is reserved. */
    SERIAL;

    /** One processor of the host, in the unit of {@link #PROCESSOR}. */
    public static final long WHOLE_PROCESSOR = 100;

    /** As ids and messages write it, such as {@code memory}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an amount can be reserved. */
    public boolean isReservable() {
        return this == PROCESSOR || this == MEMORY || this == STORAGE;
    }

    static @Nullable PoolKind of(String word) {
        for (PoolKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    /** An amount for people, such as {@code 1024 MiB} or {@code 150 % of a processor}. */
    String amount(long amount) {
        if (this == PROCESSOR) {
            return amount % WHOLE_PROCESSOR == 0
                    ? amount / WHOLE_PROCESSOR + " processors"
                    : amount + " % of a processor";
        }
        return amount % (1L << 20) == 0 ? (amount >> 20) + " MiB" : amount + " bytes";
    }
}
