package org.telvirt.facility.journal;

import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;

/** Does what has several steps as one thing, which is finished or taken back if it is interrupted. */
@FunctionalInterface
public interface Undivided {
    /** Nothing is written down. */
    Undivided UNWRITTEN = (id, steps) -> steps.run();

    /** What is done in several steps. */
    @FunctionalInterface
    interface Steps {
        void run() throws HypervisorException;
    }

    /**
     * Stops and removes a domain.
     *
     * @throws HypervisorException INTERNAL: it cannot be written down, and nothing has been done; or of the steps
     */
    void destroy(DomainId id, Steps steps) throws HypervisorException;
}
