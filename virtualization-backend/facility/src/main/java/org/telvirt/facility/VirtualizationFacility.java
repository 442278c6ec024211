package org.telvirt.facility;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.backup.SystemBackups;
import org.telvirt.facility.change.SystemChanges;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.Registration;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.Retention;
import org.telvirt.facility.migration.Migrations;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.facility.snapshot.SystemSnapshots;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy.ShutdownFallback;

/**
 * The port of the facility. Reads come from memory and are as new as the engine's last event; whoever has been answered
 * reads what the answer meant. Safe for use by many threads.
 */
public interface VirtualizationFacility {
    /** The machine. */
    HostSystem host();

    /** The disks and network ports of the machine, as they were a minute ago at most. */
    List<MachineDevice> machineDevices();

    /** All virtual systems, in the order of their names. */
    List<VirtualSystem> systems();

    /** One virtual system; null: there is none. */
    @Nullable
    VirtualSystem system(SystemId id);

    /**
     * The transitions that are possible now, in the order of the enumeration; empty: none, or no such system. While a
     * transition waits for the guest, or is past its deadline, only deactivation is; while any other is underway, none
     * is.
     */
    Set<Transition> availableTransitions(SystemId id);

    /**
     * What a virtual system is made of. The engine is asked only if that has not been read yet, or may have changed
     * unseen.
     *
     * @return null: there is no such system, or it has never been read and the engine does not answer
     */
    @Nullable
    DomainDefinition definition(SystemId id, Configuration which);

    /**
     * Defines a new virtual system; all or nothing.
     *
     * @throws FacilityException ALREADY_EXISTS, INVALID_ARGUMENT, UNSUPPORTED, UNAVAILABLE; INSUFFICIENT_RESOURCES: it could
     *     never be activated, since it reserves more than a pool can have
     */
    VirtualSystem define(DomainDefinition definition) throws FacilityException;

    /**
     * Changes the defined configuration; an active system goes on as it is.
     *
     * @throws FacilityException NOT_FOUND, INVALID_ARGUMENT, ALREADY_EXISTS, INVALID_STATE, UNAVAILABLE
     */
    VirtualSystem redefine(SystemId id, UnaryOperator<DomainDefinition> change) throws FacilityException;

    /**
     * Says what the next start uses once instead of the defined configuration.
     *
     * @param change from what the next start would use now to what it is to use; null: it uses the defined configuration
     * @throws FacilityException NOT_FOUND, INVALID_ARGUMENT, UNSUPPORTED, UNAVAILABLE; INVALID_STATE: nothing of the
     *     system is left after its run
     */
    VirtualSystem setNext(SystemId id, @Nullable UnaryOperator<DomainDefinition> change) throws FacilityException;

    /**
     * Removes a virtual system with all that the facility made for it; an active one is deactivated first, and a
     * transition that waits for the guest is overtaken. Its disks stay.
     *
     * @throws FacilityException NOT_FOUND, BUSY, UNAVAILABLE
     */
    Outcome destroy(SystemId id) throws FacilityException;

    /**
     * Brings a virtual system into another state. What is not done soon goes on as a job. One transition at a time: while
     * one is underway others are BUSY, except that a deactivation overtakes one that waits for the guest, and ends its
     * job, or one that the engine has not finished by its deadline.
     *
     * @param timeout how long it may take, more than zero, after which it counts as failed, unless it is a shutdown and the
     *     system's definition says otherwise (see {@link #shutDown}); null: as the facility sees fit
     * @throws FacilityException NOT_FOUND, INVALID_TRANSITION, BUSY, UNSUPPORTED, TIMEOUT, INSUFFICIENT_RESOURCES,
     *     INVALID_ARGUMENT: the timeout; CANCELLED: it was overtaken; UNAVAILABLE, INTERNAL
     */
    Outcome change(SystemId id, Transition transition, @Nullable Duration timeout) throws FacilityException;

    /**
     * Asks the guest of a virtual system to shut down, as {@link #change} does, and says what becomes of the system if it
     * has not done so in time. What is turned off then is so within the same job, which says it in its description; only its
     * failure is the job's.
     *
     * @param fallback null: as the defined configuration says in its fault policy, at last that it fails
     * @throws FacilityException as {@link #change}
     */
    Outcome shutDown(SystemId id, @Nullable Duration timeout, @Nullable ShutdownFallback fallback)
            throws FacilityException;

    /** The pools of the host's resources, and who holds what of them. */
    ResourcePools pools();

    /** Changes of active virtual systems. */
    SystemChanges changes();

    /** Snapshots of virtual systems. */
    SystemSnapshots snapshots();

    /** Copies of the disks of virtual systems. */
    SystemBackups backups();

    /** Bringing virtual systems to other hosts. */
    Migrations migrations();

    /** All jobs that are not over, and those that ended a short while ago, oldest first. */
    List<Job> jobs();

    /** One job; null: there is none, or it ended too long ago. */
    @Nullable
    Job job(JobId id);

    /**
     * Changes how long a job can be seen after its end, be it over or not.
     *
     * @throws FacilityException NOT_FOUND
     */
    void retainJob(JobId id, Retention retention) throws FacilityException;

    /**
     * Takes out a job that is over.
     *
     * @throws FacilityException NOT_FOUND; INVALID_STATE: it is not over
     */
    void removeJob(JobId id) throws FacilityException;

    /**
     * Wishes for the end of a job. What waits for its turn or for a guest ends at once; a guest that has been asked may
     * still do as it was asked. What the engine is at it is told to end: the job is over when it has, and completed if it
     * was done first.
     *
     * @throws FacilityException NOT_FOUND; INVALID_STATE: it is over; UNSUPPORTED: the engine is at it and cannot be
     *     interrupted, or not at this point
     */
    void cancel(JobId id) throws FacilityException;

    /**
     * Calls the listener for everything that happens from now on, in order, one event at a time. It must return soon.
     */
    Registration listen(Consumer<FacilityEvent> listener);
}
