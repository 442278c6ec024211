package org.telvirt.facility.event;

import java.time.Instant;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.job.Job;
import org.telvirt.hypervisor.DomainOccurrence;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** Something happened in the facility, whoever caused it. Events about one thing come in the order of its changes. */
public sealed interface FacilityEvent {
    /** When the facility saw it, unless an event says other. */
    Instant time();

    /** A virtual system is new here. */
    record SystemAdded(Instant time, VirtualSystem system) implements FacilityEvent {}

    /** Something of a virtual system changed: its state, its name, what is going on with it. */
    record SystemChanged(Instant time, VirtualSystem previous, VirtualSystem present) implements FacilityEvent {}

    /** The defined configuration of a virtual system changed. */
    record SystemRedefined(Instant time, VirtualSystem system, DomainDefinition previous, DomainDefinition present)
            implements FacilityEvent {}

    /** A virtual system began anew by a reboot or reset, without leaving its state. */
    record SystemRebooted(Instant time, VirtualSystem system) implements FacilityEvent {}

    /** A virtual system runs on another host from now on; that it is gone, or not active, is told apart. */
    record SystemEmigrated(Instant time, SystemId id, String name) implements FacilityEvent {}

    /** A virtual system has come from another host and runs here; that it is new is told apart. */
    record SystemImmigrated(Instant time, VirtualSystem system) implements FacilityEvent {}

    /** A virtual system is gone. */
    record SystemRemoved(Instant time, VirtualSystem system) implements FacilityEvent {}

    /**
     * Something happened to a virtual system that by itself left its state as it is, as a disk that failed.
     *
     * @param time when the engine saw it
     */
    record SystemOccurrence(Instant time, VirtualSystem system, DomainOccurrence what) implements FacilityEvent {}

    /**
     * Something happened to the host or to what it lends to virtual systems, as a processor that was lost.
     *
     * @param time when the engine saw it
     */
    record HostOccurrence(Instant time, HostEvent what) implements FacilityEvent {}

    /** Something goes on as a job. */
    record JobCreated(Instant time, Job job) implements FacilityEvent {}

    /** Something of a job changed. */
    record JobChanged(Instant time, Job previous, Job present) implements FacilityEvent {}

    /** A job that ended is forgotten. */
    record JobRemoved(Instant time, Job job) implements FacilityEvent {}

    /**
     * Listeners took so long that events were lost: read again and compare.
     *
     * @param count how many
     */
    record EventsLost(Instant time, long count) implements FacilityEvent {}
}
