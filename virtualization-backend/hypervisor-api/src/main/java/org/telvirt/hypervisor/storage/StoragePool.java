package org.telvirt.hypervisor.storage;

import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.ByteSize;

/**
 * A place for volumes.
 *
 * @param capacity of all it could hold
 * @param allocation what is used of it
 * @param available what is left of it
 * @param path where it is on the machine; null: it has no such place
 */
public record StoragePool(
        String name,
        State state,
        ByteSize capacity,
        ByteSize allocation,
        ByteSize available,
        @Nullable String path) {
    /** What can be done with it. */
    public enum State {
        /** It is known and not in use. */
        INACTIVE,
        /** It is being made. */
        BUILDING,
        /** It works. */
        ACTIVE,
        /** It works, but something of it has failed. */
        DEGRADED,
        /** It should work and cannot be reached. */
        INACCESSIBLE
    }
}
