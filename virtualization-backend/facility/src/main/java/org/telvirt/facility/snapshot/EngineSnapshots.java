package org.telvirt.facility.snapshot;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.Activity;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.transition.EngineTask;
import org.telvirt.facility.transition.EngineTasks;
import org.telvirt.facility.view.SystemView;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.snapshot.Snapshot.Location;
import org.telvirt.hypervisor.snapshot.Snapshot.Scope;
import org.telvirt.hypervisor.snapshot.SnapshotFeature;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;
import org.telvirt.hypervisor.snapshot.Snapshots;

/** Snapshots that an engine keeps. Which one was last applied is noted in the system's metadata, and goes with it. */
public final class EngineSnapshots implements SystemSnapshots {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Pattern NAME = Pattern.compile("[^/\\p{Cntrl}]{1,100}");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Hypervisor engine;
    private final Snapshots snapshots;
    private final SystemView view;
    private final EngineTasks tasks;
    private final InstantSource clock;
    private final SnapshotCache cache;

    public EngineSnapshots(Hypervisor engine, SystemView view, EngineTasks tasks, InstantSource clock) {
        this.engine = engine;
        this.snapshots = engine.snapshots();
        this.view = view;
        this.tasks = tasks;
        this.clock = clock;
        this.cache = new SnapshotCache(snapshots, clock);
    }

    /** Hears of what happens; must be called for all events. */
    public void observe(FacilityEvent event) {
        cache.observe(event);
    }

    @Override
    public @Nullable String missing() {
        return snapshots.missing().get(SnapshotFeature.SNAPSHOTS);
    }

    @Override
    public List<SystemSnapshot> of(SystemId id) {
        return missing() != null || view.find(id) == null ? List.of() : cache.of(id);
    }

    @Override
    public @Nullable SystemSnapshot find(SystemId id, String name) {
        return of(id).stream()
                .filter(snapshot -> snapshot.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable SystemSnapshot lastApplied(SystemId id) {
        DomainDefinition defined = view.definition(id, Configuration.DEFINED);
        String name = defined == null ? null : defined.metadata().get(LAST_APPLIED);
        return name == null ? null : find(id, name);
    }

    @Override
    public Set<SnapshotKind> possible(SystemId id) {
        VirtualSystem system = view.find(id);
        Set<SnapshotKind> possible = EnumSet.noneOf(SnapshotKind.class);
        if (system != null && missing() == null) {
            if (system.state() == SystemState.DEFINED) {
                possible.addAll(EnumSet.allOf(SnapshotKind.class));
            } else if (isActive(system)) {
                possible.add(SnapshotKind.FULL);
                if (diskLocation(true) != null) {
                    possible.add(SnapshotKind.DISKS);
                }
            }
        }
        return possible;
    }

    private static boolean isActive(VirtualSystem system) {
        return system.state() == SystemState.ACTIVE || system.state() == SystemState.PAUSED;
    }

    /** Where disks can be kept so that the system can go back to them; null: nowhere. */
    private @Nullable Location diskLocation(boolean active) {
        if (!active || snapshots.offers(SnapshotFeature.DISKS_INTERNAL_WHILE_RUNNING)) {
            return Location.INTERNAL;
        }
        boolean isWhole =
                snapshots.offers(SnapshotFeature.REVERT_EXTERNAL) && snapshots.offers(SnapshotFeature.DELETE_EXTERNAL);
        return isWhole ? Location.EXTERNAL : null;
    }

    @Override
    public boolean canQuiesce(SystemId id) {
        VirtualSystem system = view.find(id);
        DomainDefinition definition = view.definition(id, Configuration.ACTIVE);
        return system != null
                && definition != null
                && isActive(system)
                && definition.guestAgent()
                && snapshots.offers(SnapshotFeature.QUIESCE);
    }

    @Override
    public Taken take(SystemId id, SnapshotWish wish) throws FacilityException {
        VirtualSystem system = system(id);
        String attempt = "take a snapshot of '" + system.name() + "'";
        requirePossible(system, wish.kind(), attempt);
        String name = wish.name() == null ? "snapshot-" + MOMENT.format(clock.instant()) : wish.name();
        if (!NAME.matcher(name).matches()) {
            throw refused(
                    Reason.INVALID_ARGUMENT,
                    attempt,
                    "'" + name + "' is no name of a snapshot; give 1 to 100 characters without slashes");
        }
        boolean active = isActive(system);
        Location location = diskLocation(active);
        boolean full = wish.kind() == SnapshotKind.FULL;
        SnapshotRequest request = new SnapshotRequest(
                name,
                wish.description(),
                full && active ? Scope.MEMORY_AND_DISKS : Scope.DISKS,
                full || location == null ? Location.INTERNAL : location,
                wish.quiesce());
        return new Taken(name, perform(id, attempt, name, () -> snapshots.create(domain(id), request)));
    }

    private void requirePossible(VirtualSystem system, SnapshotKind kind, String attempt) throws FacilityException {
        String missing = missing();
        if (missing != null) {
            throw refused(Reason.UNSUPPORTED, attempt, missing);
        } else if (!possible(system.id()).contains(kind)) {
            String state = system.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            throw refused(
                    Reason.INVALID_STATE,
                    attempt,
                    "it is " + state + ", and then " + (kind == SnapshotKind.DISKS ? "its disks alone" : "it")
                            + " cannot be kept so that it can go back to it");
        }
    }

    @Override
    public Outcome apply(SystemId id, String name) throws FacilityException {
        VirtualSystem system = system(id);
        String attempt = "go back to snapshot '" + name + "' of '" + system.name() + "'";
        requireThere(id, name, attempt);
        if (system.state() == SystemState.SUSPENDED) {
            throw refused(Reason.INVALID_STATE, attempt, "it is suspended; deactivate it, which loses its saved run");
        }
        return perform(id, attempt, name, () -> {
            snapshots.revert(domain(id), name);
            note(id, name);
        });
    }

    @Override
    public Outcome remove(SystemId id, String name) throws FacilityException {
        VirtualSystem system = system(id);
        String attempt = "remove snapshot '" + name + "' of '" + system.name() + "'";
        requireThere(id, name, attempt);
        SystemSnapshot last = lastApplied(id);
        return perform(id, attempt, name, () -> {
            snapshots.delete(domain(id), name);
            if (last != null && last.name().equals(name)) {
                note(id, null);
            }
        });
    }

    /** Notes which snapshot was last applied; null: none that is still there. */
    private void note(SystemId id, @Nullable String name) throws HypervisorException {
        engine.redefine(domain(id), definition -> {
            SortedMap<String, String> metadata = new TreeMap<>(definition.metadata());
            if (name == null) {
                metadata.remove(LAST_APPLIED);
            } else {
                metadata.put(LAST_APPLIED, name);
            }
            return definition.withMetadata(metadata);
        });
    }

    private VirtualSystem system(SystemId id) throws FacilityException {
        VirtualSystem system = view.find(id);
        if (system == null) {
            throw new FacilityException(Reason.NOT_FOUND, "There is no virtual system " + id);
        }
        return system;
    }

    private void requireThere(SystemId id, String name, String attempt) throws FacilityException {
        cache.forget(id); // another tool may have taken or removed it
        if (find(id, name) == null) {
            throw refused(Reason.NOT_FOUND, attempt, "there is no such snapshot");
        }
    }

    private static FacilityException refused(Reason reason, String attempt, String cause) {
        return new FacilityException(reason, "Cannot " + attempt + ": " + cause);
    }

    private static DomainId domain(SystemId id) {
        return new DomainId(id.uuid());
    }

    /** What is asked of the engine. */
    private interface Call {
        void perform() throws HypervisorException;
    }

    private Outcome perform(SystemId id, String attempt, String name, Call call) throws FacilityException {
        return tasks.perform(new EngineTask(id, attempt, name, Activity.SNAPSHOT, PATIENCE, reached -> {
            try {
                call.perform();
            } finally {
                cache.forget(id);
            }
        }));
    }
}
