package org.telvirt.providers.system;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.ReturnValues;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.job.Answers;

/** RequestStateChange of virtual systems (DSP1057, state management). Safe for use by many threads. */
final class StateChange implements MethodProvider {
    private final VirtualizationFacility facility;
    private final SystemProvider systems;
    private final Answers answers;

    StateChange(VirtualizationFacility facility, SystemProvider systems, Answers answers) {
        this.facility = facility;
        this.systems = systems;
        this.answers = answers;
    }

    @Override
    public CimName className() {
        return SystemPath.TELVIRT_COMPUTER_SYSTEM;
    }

    @Override
    public Set<CimName> methods() {
        return Set.of(ElementNames.REQUEST_STATE_CHANGE);
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
            throws CimException {
        VirtualSystem system = target instanceof CimInstancePath path ? systems.find(path) : null;
        if (system == null) {
            throw CimException.notFound(target);
        }
        Long requested = arguments.number(ElementNames.REQUESTED_STATE);
        Call call = new Call(system, requested, context);
        RequestedState state = requested == null ? null : RequestedState.of(requested);
        if (state == null) {
            return refused(call, notATransition(requested));
        }
        CimDateTime period = arguments.dateTime(ElementNames.TIMEOUT_PERIOD);
        if (period != null && !period.isInterval()) {
            String message = "TimeoutPeriod " + period + " is a point in time; give an interval";
            return refused(call, new FacilityException(Reason.INVALID_ARGUMENT, message));
        }
        return change(call, state.transition(), period == null ? null : period.toDuration());
    }

    private record Call(VirtualSystem system, @Nullable Long requested, CallContext context) {
        @Override
        public String toString() {
            return "RequestStateChange " + requested + " of '" + system.name() + "'";
        }
    }

    private static FacilityException notATransition(@Nullable Long requested) {
        String cure = "; give one of " + Arrays.toString(RequestedState.values());
        return requested != null && RequestedState.isForeign(requested)
                ? new FacilityException(
                        Reason.UNSUPPORTED, "A virtual system has no state " + requested + " to go to" + cure)
                : new FacilityException(Reason.INVALID_ARGUMENT, "RequestedState " + requested + " is no state" + cure);
    }

    private MethodResult change(Call call, Transition transition, @Nullable Duration timeout) throws CimException {
        SystemId id = call.system().id();
        try {
            // a period of zero means that the client has no wish
            boolean unlimited = timeout == null || timeout.isZero();
            return Answers.of(facility.change(id, transition, unlimited ? null : timeout));
        } catch (FacilityException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                throw CimException.notFound(SystemPath.of(id));
            }
            return refused(call, e.reason() == Reason.INVALID_TRANSITION ? withCure(e, id) : e);
        }
    }

    /** The facility says what is wrong; what can be asked for instead is a matter of our numbers. */
    private FacilityException withCure(FacilityException e, SystemId id) {
        String cure = facility.availableTransitions(id).stream()
                .map(RequestedState::of)
                .map(RequestedState::toString)
                .collect(Collectors.joining(", "));
        String message = e.getMessage() + "; possible now: " + (cure.isEmpty() ? "nothing" : cure);
        return new FacilityException(e.reason(), message, e);
    }

    private MethodResult refused(Call call, FacilityException why) {
        int returnValue = ReturnValues.stateChange(why.reason()).code();
        return answers.refused(call.context(), call.toString(), call.system().id(), returnValue, why);
    }
}
