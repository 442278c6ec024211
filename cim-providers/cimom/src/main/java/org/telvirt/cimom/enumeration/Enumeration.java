package org.telvirt.cimom.enumeration;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.operation.ItemKind;

/** An enumeration between two pulls or in one. Its table guards all that changes; only the puller uses the cursor. */
final class Enumeration<T> implements PeekableCursor.Abandonment {
    private final EnumerationKey key;
    private final ItemKind<T> kind;
    private final Lease lease;
    private final PeekableCursor<T> cursor;
    private boolean pulling;
    private long given;
    private @Nullable Instant expiry;
    private volatile boolean abandoned;

    Enumeration(EnumerationKey key, ItemKind<T> kind, Lease lease, PeekableCursor<T> cursor) {
        this.key = key;
        this.kind = kind;
        this.lease = lease;
        this.cursor = cursor;
    }

    EnumerationKey key() {
        return key;
    }

    ItemKind<T> kind() {
        return kind;
    }

    PeekableCursor<T> cursor() {
        return cursor;
    }

    boolean isPulling() {
        return pulling;
    }

    void startPull() {
        pulling = true;
    }

    /** Begins the lease anew. */
    void endPull(Instant now) {
        pulling = false;
        expiry = lease.timeout().isZero() ? null : now.plus(lease.timeout());
    }

    boolean isExpired(Instant now) {
        Instant end = expiry;
        return !pulling && end != null && now.isAfter(end);
    }

    /** Whether pulls go on after one that failed. */
    boolean goesOn() {
        return lease.continueOnError();
    }

    /** Counts values that were given. */
    void given(int count) {
        given += count;
    }

    /** About how many values are left; empty: nobody knows. */
    OptionalLong left() {
        return lease.total().isPresent()
                ? OptionalLong.of(Math.max(0, lease.total().getAsLong() - given))
                : OptionalLong.empty();
    }

    void abandon() {
        abandoned = true;
    }

    @Override
    public boolean isAbandoned() {
        return abandoned;
    }
}
