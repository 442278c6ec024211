package org.telvirt.cimom.enumeration;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.operation.ItemKind;

/** An enumeration between two pulls or in one. Its table guards all that changes; only the puller uses the cursor. */
final class Enumeration<T> implements PeekableCursor.Abandonment {
    private final EnumerationKey key;
    private final ItemKind<T> kind;
    private final Duration timeout;
    private final PeekableCursor<T> cursor;
    private boolean pulling;
    private @Nullable Instant expiry;
    private volatile boolean abandoned;

    Enumeration(EnumerationKey key, ItemKind<T> kind, Duration timeout, PeekableCursor<T> cursor) {
        this.key = key;
        this.kind = kind;
        this.timeout = timeout;
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
        expiry = timeout.isZero() ? null : now.plus(timeout);
    }

    boolean isExpired(Instant now) {
        Instant end = expiry;
        return !pulling && end != null && now.isAfter(end);
    }

    void abandon() {
        abandoned = true;
    }

    @Override
    public boolean isAbandoned() {
        return abandoned;
    }
}
