package org.telvirt.hypervisor.simulated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.snapshot.Snapshot;
import org.telvirt.hypervisor.snapshot.Snapshot.Scope;
import org.telvirt.hypervisor.snapshot.SnapshotFeature;
import org.telvirt.hypervisor.snapshot.SnapshotRequest;
import org.telvirt.hypervisor.snapshot.Snapshots;

/** The snapshots of a simulated host, which cost nothing. Safe for use by many threads. */
final class SimulatedSnapshots implements Snapshots {
    private final SimulatedHypervisor engine;

    /** The snapshots of one domain; touched only under the host's lock. */
    static final class Tree {
        private final Map<String, Snapshot> byName = new LinkedHashMap<>();
        private final Map<String, DomainDefinition> definitions = new HashMap<>();
        private @Nullable String current; // null: none
    }

    SimulatedSnapshots(SimulatedHypervisor engine) {
        this.engine = engine;
    }

    @Override
    public Map<SnapshotFeature, String> missing() {
        return Map.of();
    }

    @Override
    public List<Snapshot> of(DomainId id) throws HypervisorException {
        SimulatedHost host = engine.reach();
        return host.alone(() -> {
            Tree tree = host.registry().find(id).snapshots;
            List<Snapshot> all = new ArrayList<>();
            for (Snapshot snapshot : tree.byName.values()) {
                all.add(with(snapshot, snapshot.parent(), snapshot.name().equals(tree.current)));
            }
            return List.copyOf(all);
        });
    }

    private static Snapshot with(Snapshot snapshot, @Nullable String parent, boolean isCurrent) {
        return new Snapshot(
                snapshot.domain(),
                snapshot.name(),
                snapshot.description(),
                snapshot.time(),
                snapshot.state(),
                snapshot.scope(),
                snapshot.location(),
                parent,
                isCurrent);
    }

    @Override
    public DomainDefinition definition(DomainId id, String name) throws HypervisorException {
        SimulatedHost host = engine.reach();
        return host.alone(() -> {
            SimulatedDomain domain = host.registry().find(id);
            return Objects.requireNonNull(
                    domain.snapshots.definitions.get(find(domain, name).name()));
        });
    }

    @Override
    public Snapshot create(DomainId id, SnapshotRequest request) throws HypervisorException {
        SimulatedHost host = engine.reach();
        return host.alone(() -> {
            SimulatedDomain domain = host.registry().find(id);
            String attempt = "Cannot take a snapshot of '" + domain.name() + "'";
            if (domain.snapshots.byName.containsKey(request.name())) {
                throw new HypervisorException(
                        Reason.ALREADY_EXISTS, attempt + ": there is one with the name '" + request.name() + "'");
            }
            if (!domain.isActive() && (request.scope() == Scope.MEMORY_AND_DISKS || request.quiesce())) {
                throw new HypervisorException(
                        Reason.INVALID_STATE, attempt + ": it does not run, and has neither memory nor a guest to ask");
            }
            Snapshot made = new Snapshot(
                    id,
                    request.name(),
                    request.description(),
                    host.clock().instant(),
                    domain.state(),
                    request.scope(),
                    request.location(),
                    domain.snapshots.current,
                    true);
            domain.snapshots.byName.put(made.name(), made);
            domain.snapshots.definitions.put(made.name(), domain.active());
            domain.snapshots.current = made.name();
            return made;
        });
    }

    private static Snapshot find(SimulatedDomain domain, String name) throws HypervisorException {
        Snapshot found = domain.snapshots.byName.get(name);
        if (found == null) {
            throw new HypervisorException(
                    Reason.NOT_FOUND, "There is no snapshot '" + name + "' of '" + domain.name() + "'");
        }
        return found;
    }

    @Override
    public void revert(DomainId id, String name) throws HypervisorException {
        SimulatedHost host = engine.reach();
        host.alone(() -> {
            SimulatedDomain domain = host.registry().find(id);
            Snapshot snapshot = find(domain, name);
            boolean hasMemory = snapshot.scope() == Scope.MEMORY_AND_DISKS;
            DomainDefinition then = Objects.requireNonNull(domain.snapshots.definitions.get(name));
            host.lifecycle().goBack(domain, then, hasMemory ? snapshot.state() : DomainState.SHUT_OFF);
            domain.snapshots.current = name;
            return name;
        });
    }

    @Override
    public void delete(DomainId id, String name) throws HypervisorException {
        SimulatedHost host = engine.reach();
        host.alone(() -> {
            SimulatedDomain domain = host.registry().find(id);
            Snapshot gone = find(domain, name);
            Tree tree = domain.snapshots;
            tree.byName.remove(name);
            tree.definitions.remove(name);
            tree.byName.replaceAll(
                    (key, child) -> name.equals(child.parent()) ? with(child, gone.parent(), false) : child);
            tree.current = name.equals(tree.current) ? gone.parent() : tree.current;
            return name;
        });
    }
}
