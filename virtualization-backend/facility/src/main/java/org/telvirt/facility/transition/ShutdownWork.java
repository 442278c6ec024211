package org.telvirt.facility.transition;

import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;

/** A shutdown, which is done when the guest has done it. */
record ShutdownWork(Hypervisor engine, Domain asked) implements Work {
    @Override
    public Progress perform(Steps steps) throws HypervisorException {
        engine.perform(LifecycleAction.SHUTDOWN, asked.id());
        return Progress.WAITING;
    }

    @Override
    public Progress observe(@Nullable HypervisorEvent event, @Nullable Domain domain) {
        if (domain == null) {
            // one without a lasting definition is gone with its run
            return Progress.DONE;
        }
        return switch (domain.state()) {
            case SHUT_OFF -> Progress.DONE;
            case SAVED -> failed(Reason.INVALID_TRANSITION, "it was suspended meanwhile");
            case CRASHED -> failed(Reason.INTERNAL, "its guest crashed meanwhile; deactivate it");
            default -> Progress.WAITING;
        };
    }

    private Progress failed(Reason reason, String cause) {
        return new Progress.Failed(new FacilityException(reason, "Cannot shut down '" + asked.name() + "': " + cause));
    }

    @Override
    public boolean isPatient() {
        return true;
    }
}
