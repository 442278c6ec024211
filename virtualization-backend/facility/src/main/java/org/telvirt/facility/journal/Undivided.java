package org.telvirt.facility.journal;

import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;

/** Does what has several steps as one thing, so that an interruption between two of them does not pass unseen. */
public interface Undivided {
    /** Nothing is written down. */
    Undivided UNWRITTEN = new Undivided() {
        @Override
        public void destroy(DomainId id, Steps steps) throws HypervisorException {
            steps.run();
        }

        @Override
        public void task(DomainId id, String name, int count, Steps steps) throws HypervisorException {
            steps.run();
        }
    };

    /** What is done in several steps. */
    @FunctionalInterface
    interface Steps {
        void run() throws HypervisorException;
    }

    /**
     * Stops and removes a domain. An interrupted destruction is finished.
     *
     * @throws HypervisorException INTERNAL: it cannot be written down, and nothing has been done; or of the steps
     */
    void destroy(DomainId id, Steps steps) throws HypervisorException;

    /**
     * Does anything else with a domain. An interrupted task is left as it is, and a job says so.
     *
     * @param name of the job, such as {@code Change 'hlr-2' while it is active}
     * @param count how many steps it has
     * @throws HypervisorException INTERNAL: it cannot be written down, and nothing has been done; or of the steps
     */
    void task(DomainId id, String name, int count, Steps steps) throws HypervisorException;
}
