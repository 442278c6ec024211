package org.telvirt.providers.system;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.providers.element.ReturnValues;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.job.Answers;

/**
 * Asks the facility for transitions on behalf of RequestStateChange and RequestPowerStateChange, whose return values are
 * the same. Safe for use by many threads.
 */
public final class TransitionRequests {
    private final VirtualizationFacility facility;
    private final Answers answers;

    public TransitionRequests(VirtualizationFacility facility, Answers answers) {
        this.facility = facility;
        this.answers = answers;
    }

    /**
     * Who called what.
     *
     * @param system that the call is about; null: it cannot be told
     * @param words for people, such as {@code RequestStateChange 2 of 'hlr-2'}
     */
    public record Call(@Nullable VirtualSystem system, String words, CallContext context) {}

    /**
     * Brings a virtual system into another state.
     *
     * @param period TimeoutPeriod; null or zero: no wish
     * @param numbers the numbers by which the caller could ask for these transitions instead, in words
     */
    public MethodResult change(
            Call call,
            SystemId id,
            Transition transition,
            @Nullable CimDateTime period,
            Function<Set<Transition>, String> numbers)
            throws CimException {
        if (period != null && !period.isInterval()) {
            String message = "TimeoutPeriod " + period + " is a point in time; give an interval";
            return refused(call, new FacilityException(Reason.INVALID_ARGUMENT, message));
        }
        Duration timeout = period == null ? null : period.toDuration();
        try {
            boolean unlimited = timeout == null || timeout.isZero();
            return Answers.of(facility.change(id, transition, unlimited ? null : timeout));
        } catch (FacilityException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                throw CimException.notFound(SystemPath.of(id));
            }
            return refused(call, e.reason() == Reason.INVALID_TRANSITION ? withCure(e, id, numbers) : e);
        }
    }

    /** The facility says what is wrong; what can be asked for instead is a matter of the caller's numbers. */
    private FacilityException withCure(FacilityException e, SystemId id, Function<Set<Transition>, String> numbers) {
        Set<Transition> available = facility.availableTransitions(id);
        String cure = available.isEmpty() ? "nothing" : numbers.apply(available);
        return new FacilityException(e.reason(), e.getMessage() + "; possible now: " + cure, e);
    }

    /** The answer to a call that was refused. */
    public MethodResult refused(Call call, FacilityException why) {
        VirtualSystem system = call.system();
        int returnValue = ReturnValues.stateChange(why.reason()).code();
        return answers.refused(call.context(), call.words(), system == null ? null : system.id(), returnValue, why);
    }
}
