package org.telvirt.facility.transition;

import org.telvirt.facility.journal.Undivided;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;

/** The end of a virtual system: what runs is stopped, then all of it is removed. */
record DestroyWork(Hypervisor engine, DomainId id, Undivided undivided) implements Work {
    @Override
    public Progress perform(Steps steps) throws HypervisorException {
        undivided.destroy(id, () -> destroy(steps));
        return Progress.DONE;
    }

    private void destroy(Steps steps) throws HypervisorException {
        boolean runs = LifecycleAction.STOP.possibleFrom(engine.domain(id).state());
        if (runs) {
            engine.perform(LifecycleAction.STOP, id);
        }
        steps.reached(50);
        try {
            engine.undefine(id);
        } catch (HypervisorException e) {
            // one without a lasting definition is gone with its run
            if (!runs || e.reason() != Reason.NOT_FOUND) {
                throw runs ? new HypervisorException(e.reason(), e.getMessage() + "; it has been stopped", e) : e;
            }
        }
    }
}
