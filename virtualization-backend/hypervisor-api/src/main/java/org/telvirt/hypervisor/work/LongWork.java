package org.telvirt.hypervisor.work;

import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorException;

/** The long work that is under way. Safe for use by many threads. */
public interface LongWork {
    /**
     * How far the work on a domain is, at the cost of one call that does not wait for it.
     *
     * @return null: there is none
     * @throws HypervisorException NOT_FOUND; UNSUPPORTED: the engine does not tell
     */
    @Nullable
    Progress progress(DomainId domain) throws HypervisorException;

    /**
     * Ends the work on a domain: whoever began it is refused, and the domain is as before.
     *
     * @throws HypervisorException NOT_FOUND; INVALID_STATE: there is none, or none that can be ended; UNSUPPORTED
     */
    void abort(DomainId domain) throws HypervisorException;
}
