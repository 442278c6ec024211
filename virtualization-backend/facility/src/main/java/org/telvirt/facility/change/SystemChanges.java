package org.telvirt.facility.change;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.DomainDefinition;

/** Changes what active virtual systems are made of. Safe for use by many threads. */
public interface SystemChanges {
    /**
     * Changes what a virtual system is made of now, without stopping it; what its next start uses stays. All or nothing: if
     * a part cannot be done, those before it are undone, and where that fails, the message says what stays. What takes
     * something from the guest is done last, and is over when the guest has let go of it.
     *
     * @param change from what it is made of now to what it is to be made of; its RuntimeException passes through
     * @param patience how long the guest may take to let go of one thing, more than zero; null: as the facility sees fit
     * @throws FacilityException NOT_FOUND; INVALID_STATE: it is not active, or what is wanted takes another start;
     *     UNSUPPORTED: the engine lacks it; INVALID_ARGUMENT: nobody can have it; BUSY; TIMEOUT: the guest did not let go;
     *     INSUFFICIENT_RESOURCES, UNAVAILABLE, INTERNAL
     */
    Outcome change(SystemId id, UnaryOperator<DomainDefinition> change, @Nullable Duration patience)
            throws FacilityException;
}
