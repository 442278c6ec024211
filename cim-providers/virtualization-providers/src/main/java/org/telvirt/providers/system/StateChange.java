package org.telvirt.providers.system;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;

/** RequestStateChange of virtual systems (DSP1057, state management). Safe for use by many threads. */
final class StateChange implements MethodProvider {
    private final SystemProvider systems;
    private final TransitionRequests requests;

    StateChange(SystemProvider systems, TransitionRequests requests) {
        this.systems = systems;
        this.requests = requests;
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
        String words = "RequestStateChange " + requested + " of '" + system.name() + "'";
        TransitionRequests.Call call = new TransitionRequests.Call(system, words, context);
        RequestedState state = requested == null ? null : RequestedState.of(requested);
        return state == null
                ? requests.refused(call, notATransition(requested))
                : requests.change(
                        call,
                        system.id(),
                        state.transition(),
                        arguments.dateTime(ElementNames.TIMEOUT_PERIOD),
                        StateChange::numbers);
    }

    private static FacilityException notATransition(@Nullable Long requested) {
        String cure = "; give one of " + Arrays.toString(RequestedState.values());
        return requested != null && RequestedState.isForeign(requested)
                ? new FacilityException(
                        Reason.UNSUPPORTED, "A virtual system has no state " + requested + " to go to" + cure)
                : new FacilityException(Reason.INVALID_ARGUMENT, "RequestedState " + requested + " is no state" + cure);
    }

    private static String numbers(Set<Transition> transitions) {
        return transitions.stream()
                .map(RequestedState::of)
                .map(RequestedState::toString)
                .collect(Collectors.joining(", "));
    }
}
