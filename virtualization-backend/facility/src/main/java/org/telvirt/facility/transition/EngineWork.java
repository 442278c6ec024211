package org.telvirt.facility.transition;

import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.StateReason;

/** A transition that is done when the engine has done it. */
record EngineWork(Hypervisor engine, DomainId id, LifecycleAction action) implements Work {
    @Override
    public Progress perform(Steps steps) throws HypervisorException {
        engine.perform(action, id);
        if (action == LifecycleAction.RESTORE) {
            steps.reached(90);
            resumeIfPaused();
        }
        return Progress.DONE;
    }

    /** A system that was paused when it was suspended comes back paused, but its caller asked for an active one. */
    private void resumeIfPaused() throws HypervisorException {
        Domain domain = engine.domain(id);
        if (domain.state() == DomainState.PAUSED && domain.reason() == StateReason.NORMAL) {
            engine.perform(LifecycleAction.RESUME, id);
        }
    }
}
