package org.telvirt.facility.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.pool.Ledger.Claim;
import org.telvirt.facility.pool.Ledger.Shortage;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.Registration;
import org.telvirt.hypervisor.backup.Backups;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.host.HostInventory;
import org.telvirt.hypervisor.migration.Migration;
import org.telvirt.hypervisor.network.Networks;
import org.telvirt.hypervisor.snapshot.Snapshots;
import org.telvirt.hypervisor.statistics.Statistics;
import org.telvirt.hypervisor.storage.Storage;
import org.telvirt.hypervisor.work.LongWork;

/**
 * An engine that starts, and changes while running, only what the pools have enough for, and that defines only what they
 * ever can have enough for (DSP1041, admission by reservation). Everything else it passes on. Safe for use by many threads.
 */
final class AdmittingEngine implements Hypervisor {
    private final Hypervisor engine;
    private final LocalPools pools;

    AdmittingEngine(Hypervisor engine, LocalPools pools) {
        this.engine = engine;
        this.pools = pools;
    }

    @Override
    public void perform(LifecycleAction action, DomainId id) throws HypervisorException {
        if (action != LifecycleAction.START && action != LifecycleAction.RESTORE) {
            engine.perform(action, id);
            return;
        }
        boolean anew = action == LifecycleAction.START;
        DomainDefinition definition = engine.definition(id, anew ? Configuration.NEXT : Configuration.DEFINED);
        String verb = anew ? "start" : "restore";
        Claim claim = claim("Cannot " + verb + " '" + definition.name() + "'", id, definition);
        boolean done = false;
        try {
            engine.perform(action, id);
            done = true;
        } finally {
            pools.conclude(claim, done);
        }
    }

    @Override
    public Instant change(DomainId id, LiveChange change, Duration patience) throws HypervisorException {
        DomainDefinition active = engine.definition(id, Configuration.ACTIVE);
        DomainDefinition next;
        try {
            next = change.appliedTo(active);
        } catch (IllegalArgumentException e) {
            // the engine says it better
            return engine.change(id, change, patience);
        }
        if (change.takesFrom(active)) {
            return engine.change(id, change, patience);
        }
        Claim claim = claim("Cannot change '" + active.name() + "'", id, next);
        boolean done = false;
        try {
            Instant when = engine.change(id, change, patience);
            done = true;
            return when;
        } finally {
            pools.conclude(claim, done);
        }
    }

    private Claim claim(String attempt, DomainId id, DomainDefinition definition) throws HypervisorException {
        Ledger ledger = pools.settled();
        refuse(attempt, pools.unknown(definition));
        List<Shortage> shortages = new ArrayList<>();
        SystemId system = new SystemId(id.uuid());
        Claim claim = ledger.claim(system, ledger.demand(system, definition), shortages);
        if (claim == null) {
            throw insufficient(attempt, shortages);
        }
        return claim;
    }

    private static void refuse(String attempt, List<String> causes) throws HypervisorException {
        if (!causes.isEmpty()) {
            throw new HypervisorException(Reason.INVALID_DEFINITION, attempt + ": " + String.join("; ", causes));
        }
    }

    private HypervisorException insufficient(String attempt, List<Shortage> shortages) {
        return new HypervisorException(
                Reason.INSUFFICIENT_RESOURCES,
                attempt + ": "
                        + String.join("; ", shortages.stream().map(pools::words).toList()));
    }

    @Override
    public Domain define(DomainDefinition definition) throws HypervisorException {
        String attempt = "Cannot define '" + definition.name() + "'";
        refuse(attempt, pools.unknown(definition));
        List<Shortage> shortages = impossible(definition);
        if (!shortages.isEmpty()) {
            throw insufficient(attempt, shortages);
        }
        return engine.define(pools.placed(PoolChoice.withoutWishes(definition)));
    }

    private List<Shortage> impossible(DomainDefinition definition) {
        Ledger ledger = pools.settled();
        UUID uuid = definition.uuid() == null ? new UUID(0, 0) : definition.uuid();
        return ledger.impossible(ledger.demand(new SystemId(uuid), definition));
    }

    @Override
    public Domain redefine(DomainId id, UnaryOperator<DomainDefinition> change) throws HypervisorException {
        List<HypervisorException> refusals = new ArrayList<>();
        try {
            return engine.redefine(id, present -> {
                DomainDefinition next = change.apply(present);
                HypervisorException refusal = refusal(present, next);
                if (refusal != null) {
                    refusals.add(refusal);
                    throw new IllegalArgumentException(refusal);
                }
                return pools.placed(PoolChoice.withoutWishes(next));
            });
        } catch (IllegalArgumentException e) {
            for (HypervisorException refusal : refusals) {
                throw refusal;
            }
            throw e;
        }
    }

    /** Only what the change adds is refused; others may have made what is there. */
    private @Nullable HypervisorException refusal(DomainDefinition present, DomainDefinition next) {
        String attempt = "Cannot redefine '" + present.name() + "'";
        List<String> unknown = new ArrayList<>(pools.unknown(next));
        unknown.removeAll(pools.unknown(present));
        if (!unknown.isEmpty()) {
            return new HypervisorException(Reason.INVALID_DEFINITION, attempt + ": " + String.join("; ", unknown));
        }
        List<Shortage> shortages = new ArrayList<>(impossible(next));
        Set<Shortage> before = new HashSet<>(impossible(present));
        shortages.removeIf(before::contains);
        return shortages.isEmpty() ? null : insufficient(attempt, shortages);
    }

    @Override
    public EngineCapabilities capabilities() {
        return engine.capabilities();
    }

    @Override
    public Map<Feature, String> lacking() {
        return engine.lacking();
    }

    @Override
    public Map<LiveChange.Kind, String> lackingChanges() {
        return engine.lackingChanges();
    }

    @Override
    public Host host() throws HypervisorException {
        return engine.host();
    }

    @Override
    public List<Domain> domains() throws HypervisorException {
        return engine.domains();
    }

    @Override
    public Domain domain(DomainId id) throws HypervisorException {
        return engine.domain(id);
    }

    @Override
    public DomainDefinition definition(DomainId id, Configuration which) throws HypervisorException {
        return engine.definition(id, which);
    }

    @Override
    public void setNext(DomainId id, @Nullable DomainDefinition next) throws HypervisorException {
        if (next == null) {
            engine.setNext(id, null);
            return;
        }
        HypervisorException refusal = refusal(engine.definition(id, Configuration.DEFINED), next);
        if (refusal != null) {
            throw refusal;
        }
        engine.setNext(id, pools.placed(PoolChoice.withoutWishes(next)));
    }

    @Override
    public void undefine(DomainId id) throws HypervisorException {
        engine.undefine(id);
    }

    @Override
    public Statistics statistics() {
        return engine.statistics();
    }

    @Override
    public HostInventory inventory() {
        return engine.inventory();
    }

    @Override
    public Storage storage() {
        return engine.storage();
    }

    @Override
    public Networks networks() {
        return engine.networks();
    }

    @Override
    public Snapshots snapshots() {
        return engine.snapshots();
    }

    @Override
    public Backups backups() {
        return engine.backups();
    }

    @Override
    public Migration migration() {
        return engine.migration();
    }

    @Override
    public LongWork work() {
        return engine.work();
    }

    @Override
    public Registration listen(Consumer<HypervisorEvent> listener) {
        return engine.listen(listener);
    }

    @Override
    public void close() {
        engine.close();
    }
}
