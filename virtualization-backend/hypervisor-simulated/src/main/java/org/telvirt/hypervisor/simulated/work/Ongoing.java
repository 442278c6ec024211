package org.telvirt.hypervisor.simulated.work;

import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.work.Progress;

/** One piece of long work. */
public interface Ongoing {
    /** How far it is. */
    Progress progress();

    /**
     * Ends it before time.
     *
     * @throws HypervisorException INVALID_STATE: it cannot be ended any more
     */
    void abort() throws HypervisorException;
}
