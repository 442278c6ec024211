package org.telvirt.facility.transition;

import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;

/**
 * Ends the run of a guest that was asked to and did not; what it has done by itself after all is as good.
 *
 * @param attempt what was asked for and why it is not enough, to which the engine's refusal is added
 */
record TurnOffWork(Hypervisor engine, DomainId id, String attempt) implements Work {
    @Override
    public Progress perform(Steps steps) throws HypervisorException {
        try {
            engine.perform(LifecycleAction.STOP, id);
        } catch (HypervisorException e) {
            if (!isOver(e)) {
                throw new HypervisorException(
                        e.reason(), attempt + ", and it cannot be turned off: " + e.getMessage(), e);
            }
        }
        return Progress.DONE;
    }

    private boolean isOver(HypervisorException refusal) throws HypervisorException {
        if (refusal.reason() == Reason.NOT_FOUND) {
            return true; // one without a lasting definition is gone with its run
        }
        return refusal.reason() == Reason.INVALID_STATE && engine.domain(id).state() == DomainState.SHUT_OFF;
    }
}
