package org.telvirt.hypervisor;

import java.time.Instant;
import org.telvirt.hypervisor.definition.ByteSize;

/** Something happened to the machine or to what it lends to domains. */
public sealed interface HostEvent extends HypervisorEvent {
    /** A logical processor came or went. */
    record ProcessorChanged(Instant time, String origin, int processor, boolean isOnline) implements HostEvent {}

    /**
     * The memory had errors since the last event of this kind.
     *
     * @param controller that counted them, such as {@code mc0}
     * @param corrected that did no harm
     * @param uncorrected that did
     */
    record MemoryFaulty(Instant time, String origin, String controller, long corrected, long uncorrected)
            implements HostEvent {}

    /**
     * A network link came up or went down.
     *
     * @param link such as {@code eth0}
     */
    record LinkChanged(Instant time, String origin, String link, boolean isUp) implements HostEvent {}

    /**
     * A storage pool has run full, or has room again.
     *
     * @param available what is left
     */
    record StoragePoolFilled(
            Instant time, String origin, String pool, ByteSize available, ByteSize capacity, boolean isFull)
            implements HostEvent {}

    /**
     * A pool, network, device or secret of the engine came, went or changed.
     *
     * @param name the engine's name of it; of a secret its id
     */
    record ResourceChanged(Instant time, String origin, Kind kind, String name, Change change) implements HostEvent {}

    /** What an engine lends. */
    enum Kind {
        STORAGE_POOL,
        NETWORK,
        DEVICE,
        SECRET
    }

    /** What happened to it. */
    enum Change {
        /** It was defined, or its definition changed. */
        DEFINED,
        /** Its definition is gone. */
        UNDEFINED,
        /** It can be used now; of a device: it was plugged in. */
        STARTED,
        /** It can no longer be used; of a device: it was taken out. */
        STOPPED,
        /** What is in it, or what is known of it, changed. */
        UPDATED
    }
}
