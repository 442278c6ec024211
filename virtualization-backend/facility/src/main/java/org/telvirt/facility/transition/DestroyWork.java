package org.telvirt.facility.transition;

import org.telvirt.facility.journal.JournaledEngine;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;

/** The end of a virtual system: what runs is stopped, then all of it is removed. */
record DestroyWork(Hypervisor engine, DomainId id) implements Work {
    @Override
    public Progress perform(Steps steps) throws HypervisorException {
        JournaledEngine.destroy(engine, id, plain -> destroy(plain, steps));
        return Progress.DONE;
    }

    private void destroy(Hypervisor plain, Steps steps) throws HypervisorException {
        boolean runs = LifecycleAction.STOP.possibleFrom(plain.domain(id).state());
        if (runs) {
            plain.perform(LifecycleAction.STOP, id);
        }
        steps.reached(50);
        try {
            plain.undefine(id);
        } catch (HypervisorException e) {
            // one without a lasting definition is gone with its run
            if (!runs || e.reason() != Reason.NOT_FOUND) {
                throw runs ? new HypervisorException(e.reason(), e.getMessage() + "; it has been stopped", e) : e;
            }
        }
    }
}
