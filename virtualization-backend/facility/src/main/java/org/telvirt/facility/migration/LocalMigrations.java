package org.telvirt.facility.migration;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.telvirt.facility.Activity;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.transition.EngineTask;
import org.telvirt.facility.transition.EngineTasks;
import org.telvirt.facility.transition.FacilityErrors;
import org.telvirt.facility.view.SystemView;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.migration.MigrationFeature;
import org.telvirt.hypervisor.definition.migration.MigrationObstacle;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Mode;

/** The migrations of one engine. Safe for use by many threads. */
public final class LocalMigrations implements Migrations {
    /** Beyond what the engine itself takes at most: then it is given up, whatever it does. */
    private static final Duration RESERVE = Duration.ofMinutes(5);

    private final Hypervisor engine;
    private final SystemView view;
    private final EngineTasks tasks;

    public LocalMigrations(Hypervisor engine, SystemView view, EngineTasks tasks) {
        this.engine = engine;
        this.view = view;
        this.tasks = tasks;
    }

    @Override
    public Map<MigrationFeature, String> missing() {
        return engine.migration().missing();
    }

    @Override
    public int most() {
        return engine.migration().most();
    }

    @Override
    public List<MigrationObstacle> check(SystemId id, MigrationRequest request) throws FacilityException {
        try {
            return engine.migration().check(new DomainId(id.uuid()), request);
        } catch (HypervisorException e) {
            throw FacilityErrors.of(e);
        }
    }

    @Override
    public Outcome migrate(SystemId id, MigrationRequest request) throws FacilityException {
        VirtualSystem system = view.find(id);
        if (system == null) {
            throw new FacilityException(Reason.NOT_FOUND, "There is no virtual system " + id);
        }
        String name = "migrate '" + system.name() + "'";
        List<String> violations = request.violations();
        if (!violations.isEmpty()) {
            throw new FacilityException(
                    Reason.INVALID_ARGUMENT, "Cannot " + name + ": " + String.join("; ", violations));
        }
        String mode = request.mode().name().toLowerCase(Locale.ROOT);
        return tasks.perform(new EngineTask(
                id,
                name,
                "To " + request.destination() + ", " + mode,
                Activity.MIGRATION,
                request.maximumTime().multipliedBy(2).plus(RESERVE),
                reached -> perform(system, request)));
    }

    private void perform(VirtualSystem system, MigrationRequest request) throws HypervisorException {
        SystemId id = system.id();
        var unused = engine.migration().migrate(new DomainId(id.uuid()), request);
        if (request.mode() == Mode.RESTART) {
            view.tellEmigration(id, system.name()); // of a run that goes the engine tells
        }
    }
}
