package org.telvirt.providers.pool;

import org.telvirt.facility.FacilityException.Reason;

/** What the methods of CIM_ResourcePoolConfigurationService return; 4 is Failed here, where the management service has 2. */
enum PoolReturn {
    COMPLETED(0),
    NOT_SUPPORTED(1),
    UNKNOWN(2),
    TIMEOUT(3),
    FAILED(4),
    INVALID_PARAMETER(5),
    IN_USE(6),
    INCORRECT_RESOURCE_TYPE(7),
    /** Of those that take from parents; the others return {@link #FAILED}. */
    INSUFFICIENT_RESOURCES(8),
    SIZE_NOT_SUPPORTED(4097);

    private final int code;

    PoolReturn(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    int code() {
        return code;
    }

    /** The return value for what the facility refuses. */
    static PoolReturn of(Reason reason) {
        return switch (reason) {
            case NOT_FOUND, ALREADY_EXISTS, INVALID_ARGUMENT -> INVALID_PARAMETER;
            case UNSUPPORTED -> NOT_SUPPORTED;
            case TIMEOUT -> TIMEOUT;
            case BUSY, INVALID_STATE, INVALID_TRANSITION -> IN_USE;
            case INSUFFICIENT_RESOURCES -> INSUFFICIENT_RESOURCES;
            case DENIED, UNAVAILABLE, CANCELLED, INTERRUPTED -> FAILED;
            case INTERNAL -> UNKNOWN;
        };
    }
}
