package org.telvirt.facility.backup;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.hypervisor.definition.backup.BackupFeature;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.BackupResult;
import org.telvirt.hypervisor.definition.backup.Checkpoint;

/** The port of backups. Safe for use by many threads. */
public interface SystemBackups {
    /** What the engine lacks for them, each with the reason; fixed while it is open. */
    Map<BackupFeature, String> missing();

    /**
     * Copies the disks of an active virtual system as they are now; it goes on meanwhile. What is not done soon goes on as
     * a job, which tells how far it is and can be cancelled: then, or if it fails, none of its files is left. As long as
     * it goes on no transition is possible.
     *
     * @param timeout after which it has failed and is ended, more than zero; null: as the facility sees fit
     * @throws FacilityException NOT_FOUND: the system, or the checkpoint since which; INVALID_ARGUMENT: the request makes
     *     no sense, or not of this system; INVALID_STATE: it is not active; BUSY: something else is underway; UNSUPPORTED;
     *     ALREADY_EXISTS: a file or the checkpoint; DENIED, INSUFFICIENT_RESOURCES: where the files go; TIMEOUT; CANCELLED;
     *     UNAVAILABLE, INTERNAL
     */
    Outcome backUp(SystemId id, BackupRequest request, @Nullable Duration timeout) throws FacilityException;

    /** What the last backup of a system made that this process saw whole; null: there is none. */
    @Nullable
    BackupResult last(SystemId id);

    /**
     * The checkpoints of a system, oldest first; asks the engine. They end with their system.
     *
     * @throws FacilityException NOT_FOUND; UNSUPPORTED; UNAVAILABLE
     */
    List<Checkpoint> checkpoints(SystemId id) throws FacilityException;

    /**
     * Forgets a checkpoint of an active system; what has changed since others is still known.
     *
     * @throws FacilityException NOT_FOUND: the system or the checkpoint; INVALID_STATE; UNSUPPORTED; BUSY, UNAVAILABLE
     */
    Outcome deleteCheckpoint(SystemId id, String checkpoint) throws FacilityException;
}
