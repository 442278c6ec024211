package org.telvirt.providers.power;

import java.util.Arrays;
import java.util.Set;
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
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.system.TransitionRequests;

/** RequestPowerStateChange of virtual systems (DSP1027). Safe for use by many threads. */
final class PowerStateChange implements MethodProvider {
    private final VirtualizationFacility facility;
    private final TransitionRequests requests;

    PowerStateChange(VirtualizationFacility facility, TransitionRequests requests) {
        this.facility = facility;
        this.requests = requests;
    }

    @Override
    public CimName className() {
        return PowerNames.TELVIRT_SERVICE;
    }

    @Override
    public Set<CimName> methods() {
        return Set.of(PowerNames.REQUEST_POWER_STATE_CHANGE);
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
            throws CimException {
        CimInstancePath element = arguments.reference(PowerNames.MANAGED_ELEMENT);
        SystemId id = element == null ? null : SystemPath.id(element);
        VirtualSystem system = id == null ? null : facility.system(id);
        Long requested = arguments.number(PowerNames.POWER_STATE);
        String words = "RequestPowerStateChange " + requested + (system == null ? "" : " of '" + system.name() + "'");
        TransitionRequests.Call call = new TransitionRequests.Call(system, words, context);
        if (system == null) {
            return requests.refused(call, notASystem(element));
        }
        PowerRequest request = requested == null ? null : PowerRequest.of(requested);
        if (request == null) {
            return requests.refused(call, notARequest(requested));
        } else if (isLater(arguments.dateTime(PowerNames.TIME))) {
            return requests.refused(
                    call, new FacilityException(Reason.UNSUPPORTED, "Power is switched at once here; leave out Time"));
        }
        return requests.change(
                call,
                system.id(),
                request.transition(),
                arguments.dateTime(ElementNames.TIMEOUT_PERIOD),
                PowerRequest::words);
    }

    private static FacilityException notASystem(@Nullable CimInstancePath element) {
        return new FacilityException(
                Reason.INVALID_ARGUMENT,
                "ManagedElement " + (element == null ? "is NULL" : element + " is no virtual system")
                        + "; give the path of a Telvirt_ComputerSystem");
    }

    private static FacilityException notARequest(@Nullable Long requested) {
        String lacking = requested == null ? null : PowerRequest.lacking(requested);
        return lacking == null
                ? new FacilityException(
                        Reason.INVALID_ARGUMENT,
                        "PowerState " + requested + " cannot be asked for; give one of "
                                + Arrays.toString(PowerRequest.values()))
                : new FacilityException(Reason.UNSUPPORTED, "PowerState " + requested + " cannot be had: " + lacking);
    }

    /** An interval of zero from now is now. */
    private static boolean isLater(@Nullable CimDateTime time) {
        return time != null && !(time.isInterval() && time.toDuration().isZero());
    }
}
