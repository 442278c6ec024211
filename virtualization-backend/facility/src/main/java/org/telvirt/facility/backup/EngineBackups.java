package org.telvirt.facility.backup;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.Activity;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvent.SystemRemoved;
import org.telvirt.facility.transition.EngineTask;
import org.telvirt.facility.transition.EngineTasks;
import org.telvirt.facility.transition.FacilityErrors;
import org.telvirt.facility.view.SystemView;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.backup.Backups;
import org.telvirt.hypervisor.definition.backup.BackupFeature;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.BackupRequest.Folder;
import org.telvirt.hypervisor.definition.backup.BackupResult;
import org.telvirt.hypervisor.definition.backup.Checkpoint;

/** Backups that an engine makes. Safe for use by many threads. */
public final class EngineBackups implements SystemBackups {
    /** A large disk over a slow network takes many hours. */
    private static final Duration USUAL_TIMEOUT = Duration.ofHours(24);

    private static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(5);

    private final Backups backups;
    private final SystemView view;
    private final EngineTasks tasks;
    private final Map<SystemId, BackupResult> results = new ConcurrentHashMap<>();

    public EngineBackups(Hypervisor engine, SystemView view, EngineTasks tasks) {
        this.backups = engine.backups();
        this.view = view;
        this.tasks = tasks;
    }

    /** Hears of what happens; must be called for all events. */
    public void observe(FacilityEvent event) {
        if (event instanceof SystemRemoved removed) {
            results.remove(removed.system().id());
        }
    }

    @Override
    public Map<BackupFeature, String> missing() {
        return backups.missing();
    }

    @Override
    public Outcome backUp(SystemId id, BackupRequest request, @Nullable Duration timeout) throws FacilityException {
        VirtualSystem system = system(id);
        String name = "back up '" + system.name() + "'";
        for (BackupFeature need : request.needs()) {
            String reason = missing().get(need);
            if (reason != null) {
                throw refused(Reason.UNSUPPORTED, name, reason);
            }
        }
        List<String> violations = request.violations();
        if (!violations.isEmpty()) {
            throw refused(Reason.INVALID_ARGUMENT, name, String.join("; ", violations));
        } else if (system.state() == SystemState.DEFINED || system.state() == SystemState.SUSPENDED) {
            throw refused(
                    Reason.INVALID_STATE,
                    name,
                    "it is not active, and its run makes the copies; activate it, or copy its volumes, which nothing"
                            + " changes meanwhile");
        }
        return tasks.perform(new EngineTask(
                id,
                name,
                description(request),
                Activity.BACKUP,
                Objects.requireNonNullElse(timeout, USUAL_TIMEOUT),
                reached -> results.put(id, backups.backUp(domain(id), request))));
    }

    private static String description(BackupRequest request) {
        String what = request.since() == null ? "In full" : "What has changed since '" + request.since() + "'";
        String where = request.destination() instanceof Folder folder
                ? folder.path()
                : String.join(
                        ", ",
                        ((BackupRequest.Files) request.destination()).byDisk().values());
        return what + ", to " + where;
    }

    @Override
    public @Nullable BackupResult last(SystemId id) {
        return results.get(id);
    }

    @Override
    public List<Checkpoint> checkpoints(SystemId id) throws FacilityException {
        VirtualSystem unused = system(id);
        try {
            return backups.checkpoints(domain(id));
        } catch (HypervisorException e) {
            throw FacilityErrors.of(e);
        }
    }

    @Override
    public Outcome deleteCheckpoint(SystemId id, String checkpoint) throws FacilityException {
        VirtualSystem system = system(id);
        String name = "delete checkpoint '" + checkpoint + "' of '" + system.name() + "'";
        return tasks.perform(new EngineTask(
                id,
                name,
                "",
                Activity.BACKUP,
                CHECKPOINT_TIMEOUT,
                reached -> backups.deleteCheckpoint(domain(id), checkpoint)));
    }

    private VirtualSystem system(SystemId id) throws FacilityException {
        VirtualSystem system = view.find(id);
        if (system == null) {
            throw new FacilityException(Reason.NOT_FOUND, "There is no virtual system " + id);
        }
        return system;
    }

    private static FacilityException refused(Reason reason, String attempt, String cause) {
        return new FacilityException(reason, "Cannot " + attempt + ": " + cause);
    }

    private static DomainId domain(SystemId id) {
        return new DomainId(id.uuid());
    }
}
