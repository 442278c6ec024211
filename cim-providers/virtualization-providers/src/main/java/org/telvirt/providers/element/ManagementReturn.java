package org.telvirt.providers.element;

/** What the methods of CIM_VirtualSystemManagementService return; 2 is Failed here, where a state change has 4. */
public enum ManagementReturn {
    COMPLETED(0),
    NOT_SUPPORTED(1),
    FAILED(2),
    TIMEOUT(3),
    INVALID_PARAMETER(4),
    /** DefineSystem and AddResourceSettings do not have it and return {@link #FAILED}. */
    INVALID_STATE(5),
    /** It goes on as a job. */
    JOB_STARTED(4096);

    private final int code;

    ManagementReturn(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }
}
