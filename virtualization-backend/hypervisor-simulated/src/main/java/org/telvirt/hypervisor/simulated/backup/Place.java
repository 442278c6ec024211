package org.telvirt.hypervisor.simulated.backup;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.simulated.resource.Access;
import org.telvirt.hypervisor.simulated.work.OngoingWork;

/** What backups need of the host, and one connection's way to it. */
public interface Place extends Access {
    /** The same as {@link #alone} for what the host does by itself, whoever is connected. */
    <T> T inside(Work<T> work) throws HypervisorException;

    /**
     * A domain; to be touched only while nothing else is done.
     *
     * @throws HypervisorException NOT_FOUND
     */
    Guest guest(DomainId id) throws HypervisorException;

    /** Notes an event of a domain. */
    void tell(HypervisorEvent event);

    /** Where the copies are; to be touched only while nothing else is done. */
    Shelf shelf();

    /** What takes its time. */
    OngoingWork work();

    InstantSource clock();

    ScheduledExecutorService timer();
}
