package org.telvirt.facility.transition;

import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainRebooted;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;

/** A reboot, which is done when the guest has done it; told only by the engine's event. */
record RebootWork(Hypervisor engine, Domain asked) implements Work {
    @Override
    public Progress perform(Steps steps) throws HypervisorException {
        engine.perform(LifecycleAction.REBOOT, asked.id());
        return Progress.WAITING;
    }

    @Override
    public Progress observe(@Nullable HypervisorEvent event, @Nullable Domain domain) {
        if (event instanceof DomainRebooted) {
            return Progress.DONE;
        }
        if (domain == null || domain.state() == DomainState.SAVED || domain.state() == DomainState.CRASHED) {
            String cause = domain == null
                    ? "it is gone"
                    : domain.state() == DomainState.SAVED
                            ? "it was suspended meanwhile"
                            : "its guest crashed meanwhile";
            return new Progress.Failed(
                    new FacilityException(Reason.INTERNAL, "Cannot reboot '" + asked.name() + "': " + cause));
        }
        return Progress.WAITING;
    }

    @Override
    public boolean isPatient() {
        return true;
    }
}
