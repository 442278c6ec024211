package org.telvirt.providers.element;

/** What RequestStateChange returns, of enabled elements and of jobs (CIM_EnabledLogicalElement, CIM_ConcreteJob). */
public enum StateChangeReturn {
    COMPLETED(0),
    /** Never possible with this element. */
    NOT_SUPPORTED(1),
    /** The cause is not known. */
    UNKNOWN_ERROR(2),
    /** Not done within TimeoutPeriod. */
    TIMEOUT(3),
    FAILED(4),
    INVALID_PARAMETER(5),
    /** Not returned: whoever holds an element here is changing its state, which is {@link #BUSY}. */
    IN_USE(6),
    /** It goes on as a job. */
    JOB_STARTED(4096),
    /** Not from the present state. */
    INVALID_TRANSITION(4097),
    TIMEOUT_NOT_SUPPORTED(4098),
    /** Another state change is under way. */
    BUSY(4099);

    private final int code;

    StateChangeReturn(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }
}
