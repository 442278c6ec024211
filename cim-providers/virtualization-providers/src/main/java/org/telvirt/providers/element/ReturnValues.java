package org.telvirt.providers.element;

import org.telvirt.cim.CimStatus;
import org.telvirt.facility.FacilityException.Reason;

/** The one table from what the facility refuses to what CIM calls it: return values, and the status in a CIM_Error. */
public final class ReturnValues {
    private ReturnValues() {}

    /** The return value of RequestStateChange. */
    public static StateChangeReturn stateChange(Reason reason) {
        return switch (reason) {
            case INVALID_TRANSITION, INVALID_STATE -> StateChangeReturn.INVALID_TRANSITION;
            case BUSY -> StateChangeReturn.BUSY;
            case INVALID_ARGUMENT -> StateChangeReturn.INVALID_PARAMETER;
            case UNSUPPORTED -> StateChangeReturn.NOT_SUPPORTED;
            case TIMEOUT -> StateChangeReturn.TIMEOUT;
            case INSUFFICIENT_RESOURCES, DENIED, UNAVAILABLE, CANCELLED, INTERRUPTED -> StateChangeReturn.FAILED;
            case NOT_FOUND, ALREADY_EXISTS, INTERNAL -> StateChangeReturn.UNKNOWN_ERROR;
        };
    }

    /** The return value of the management service's methods. */
    public static ManagementReturn management(Reason reason) {
        return switch (reason) {
            case NOT_FOUND, ALREADY_EXISTS, INVALID_ARGUMENT -> ManagementReturn.INVALID_PARAMETER;
            case INVALID_TRANSITION, INVALID_STATE -> ManagementReturn.INVALID_STATE;
            case UNSUPPORTED -> ManagementReturn.NOT_SUPPORTED;
            case TIMEOUT -> ManagementReturn.TIMEOUT;
            case BUSY, INSUFFICIENT_RESOURCES, DENIED, UNAVAILABLE, CANCELLED, INTERRUPTED, INTERNAL ->
                ManagementReturn.FAILED;
        };
    }

    /** The status that says the same, for a CIM_Error. */
    public static CimStatus status(Reason reason) {
        return switch (reason) {
            case NOT_FOUND -> CimStatus.NOT_FOUND;
            case ALREADY_EXISTS -> CimStatus.ALREADY_EXISTS;
            case INVALID_ARGUMENT -> CimStatus.INVALID_PARAMETER;
            case UNSUPPORTED -> CimStatus.NOT_SUPPORTED;
            case DENIED -> CimStatus.ACCESS_DENIED;
            case INVALID_TRANSITION, INVALID_STATE, BUSY, INSUFFICIENT_RESOURCES, UNAVAILABLE, TIMEOUT ->
                CimStatus.FAILED;
            case CANCELLED, INTERRUPTED, INTERNAL -> CimStatus.FAILED;
        };
    }
}
