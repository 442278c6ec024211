package org.telvirt.hypervisor;

import java.time.Instant;

/** Something happened in the engine, whoever caused it. */
public sealed interface HypervisorEvent permits HypervisorEvent.DomainEvent, HypervisorEvent.Gap, HostEvent {
    /** When, as the engine or, where it does not say, the receiver saw it. */
    Instant time();

    /** Where it was noticed, for people: {@code engine}, or the file of the kernel that told it. */
    default String origin() {
        return "engine";
    }

    /** Something happened to one domain. */
    sealed interface DomainEvent extends HypervisorEvent
            permits DomainDefined,
                    DomainRedefined,
                    DomainUndefined,
                    DomainStateChanged,
                    DomainRebooted,
                    DomainOccurrence {
        DomainId id();

        /** Its name when it happened. */
        String name();
    }

    /** A domain was defined for the first time. */
    record DomainDefined(Instant time, DomainId id, String name) implements DomainEvent {}

    /** The definition of a domain changed; its name may have too. */
    record DomainRedefined(Instant time, DomainId id, String name) implements DomainEvent {}

    /** The definition of a domain is gone; if it runs, it is gone with its run. */
    record DomainUndefined(Instant time, DomainId id, String name) implements DomainEvent {}

    /** A domain reached a state. */
    record DomainStateChanged(Instant time, DomainId id, String name, DomainState state, StateReason reason)
            implements DomainEvent {}

    /** A domain began anew by a reboot or reset, without leaving its state. */
    record DomainRebooted(Instant time, DomainId id, String name) implements DomainEvent {}

    /**
     * Events may have been lost: list again and compare.
     *
     * @param why for people, such as {@code connection to libvirt was lost for 3 s}
     */
    record Gap(Instant time, String why) implements HypervisorEvent {}
}
