package org.telvirt.facility.transition;

import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.hypervisor.HypervisorException;

/** What the engine's refusals mean to the facility's callers; the messages stay. */
public final class FacilityErrors {
    private FacilityErrors() {}

    public static FacilityException of(HypervisorException e) {
        return new FacilityException(reason(e.reason()), e.getMessage(), e);
    }

    /** The same for a transition, to which a wrong state has a reason of its own. */
    public static FacilityException ofTransition(HypervisorException e) {
        Reason reason = reason(e.reason());
        return new FacilityException(
                reason == Reason.INVALID_STATE ? Reason.INVALID_TRANSITION : reason, e.getMessage(), e);
    }

    private static Reason reason(HypervisorException.Reason reason) {
        return switch (reason) {
            case NOT_FOUND -> Reason.NOT_FOUND;
            case ALREADY_EXISTS -> Reason.ALREADY_EXISTS;
            case INVALID_STATE -> Reason.INVALID_STATE;
            case BUSY -> Reason.BUSY;
            case INVALID_DEFINITION -> Reason.INVALID_ARGUMENT;
            case UNSUPPORTED -> Reason.UNSUPPORTED;
            case INSUFFICIENT_RESOURCES -> Reason.INSUFFICIENT_RESOURCES;
            case DENIED -> Reason.DENIED;
            case UNAVAILABLE -> Reason.UNAVAILABLE;
            case TIMEOUT -> Reason.TIMEOUT;
            case INTERNAL -> Reason.INTERNAL;
        };
    }
}
