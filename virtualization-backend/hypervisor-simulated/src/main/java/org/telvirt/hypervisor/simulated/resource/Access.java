package org.telvirt.hypervisor.simulated.resource;

import java.time.Instant;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.HypervisorException;

/** One connection's way to the host. */
public interface Access {
    /** Something done while nothing else is. */
    interface Work<T> {
        T done() throws HypervisorException;
    }

    /** Makes an event of the time. */
    interface Occasion {
        HostEvent at(Instant now);
    }

    /**
     * Does something while nothing else is done, and then sees to the events that it noted.
     *
     * @throws HypervisorException UNAVAILABLE: the connection is cut; or of the work
     */
    <T> T alone(Work<T> work) throws HypervisorException;

    /** Notes an event that happens now. */
    void note(Occasion occasion);
}
