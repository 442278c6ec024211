package org.telvirt.facility.migration;

import java.util.List;
import java.util.Map;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.migration.MigrationFeature;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;

/** The port of migrations. Safe for use by many threads. */
public interface Migrations {
    /** What the engine lacks for them, each with the reason; fixed while it is open. */
    Map<MigrationFeature, String> missing();

    /** How many may go on at once; one more fails as BUSY. */
    int most();

    /**
     * Whether a virtual system could migrate now, as far as can be seen without trying; asks both hosts. Changes nothing.
     *
     * @return all that stands in the way; empty: nothing that can be seen
     * @throws FacilityException NOT_FOUND; UNAVAILABLE: this host's engine does not answer
     */
    List<MigrationObstacle> check(SystemId id, MigrationRequest request) throws FacilityException;

    /**
     * Brings a virtual system to another host. What is not done soon goes on as a job, which tells how far it is and can be
     * cancelled: then, or if it fails, the system goes on here. When it is done the system is gone, or defined if its
     * definition stays.
     *
     * @throws FacilityException NOT_FOUND; INVALID_ARGUMENT: the request makes no sense; INVALID_STATE; BUSY: something
     *     else is underway, or too many migrations; UNSUPPORTED; ALREADY_EXISTS, INSUFFICIENT_RESOURCES: there;
     *     UNAVAILABLE: the other host; TIMEOUT: it was given up; CANCELLED; INTERNAL
     */
    Outcome migrate(SystemId id, MigrationRequest request) throws FacilityException;
}
