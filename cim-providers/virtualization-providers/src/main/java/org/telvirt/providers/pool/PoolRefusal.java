package org.telvirt.providers.pool;

import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;

/** A call about pools cannot be done, for a reason that has a return value of its own. */
final class PoolRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final PoolReturn code;
    private final transient FacilityException why;

    PoolRefusal(PoolReturn code, String message) {
        super(message);
        this.code = code;
        this.why = new FacilityException(Reason.INVALID_ARGUMENT, message);
    }

    PoolReturn code() {
        return code;
    }

    FacilityException why() {
        return why;
    }
}
