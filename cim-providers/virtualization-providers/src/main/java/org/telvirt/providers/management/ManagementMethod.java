package org.telvirt.providers.management;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.provider.Arguments;

/** One method of the management service. Safe for use by many threads. */
interface ManagementMethod {
    CimName name();

    /** The virtual system that a call is about; null: none, or it cannot be told. */
    default @Nullable SystemId subject(Arguments arguments) {
        return null;
    }

    /** Whether the method has the return value Invalid State. */
    default boolean hasInvalidState() {
        return true;
    }

    /**
     * Does it.
     *
     * @throws CimException INVALID_PARAMETER or NOT_SUPPORTED, which become return values
     */
    MethodResult perform(Arguments arguments) throws CimException, FacilityException;
}
