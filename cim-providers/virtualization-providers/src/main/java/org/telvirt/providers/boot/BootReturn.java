package org.telvirt.providers.boot;

import org.telvirt.facility.FacilityException.Reason;

/** What the methods of boot control return (DSP1012). */
enum BootReturn {
    COMPLETED(0),
    NOT_SUPPORTED(1),
    UNSPECIFIED_ERROR(2),
    BUSY(3),
    INVALID_REFERENCE(4),
    INVALID_PARAMETER(5),
    ACCESS_DENIED(6);

    private final int code;

    BootReturn(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    int code() {
        return code;
    }

    /** What a refusal of the facility is called. */
    static BootReturn of(Reason reason) {
        return switch (reason) {
            case UNSUPPORTED -> NOT_SUPPORTED;
            case BUSY -> BUSY;
            case NOT_FOUND -> INVALID_REFERENCE;
            case INVALID_ARGUMENT, ALREADY_EXISTS -> INVALID_PARAMETER;
            case DENIED -> ACCESS_DENIED;
            case INVALID_TRANSITION, INVALID_STATE, INSUFFICIENT_RESOURCES -> UNSPECIFIED_ERROR;
            case UNAVAILABLE, TIMEOUT, CANCELLED, INTERRUPTED, INTERNAL -> UNSPECIFIED_ERROR;
        };
    }
}
