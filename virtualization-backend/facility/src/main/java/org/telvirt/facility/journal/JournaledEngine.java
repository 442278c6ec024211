package org.telvirt.facility.journal;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.journal.Intent.Kind;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorException;
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
 * An engine that is asked for nothing that is not written down: whatever changes domains is an intent first. Reads pass as
 * they are. Safe for use by many threads.
 */
public final class JournaledEngine implements Hypervisor, Undivided {
    private final Hypervisor engine;
    private final Pen pen;
    private final Snapshots snapshots;
    private final Migration migration;
    private final Backups backups;

    JournaledEngine(Hypervisor engine, Pen pen) {
        this.engine = engine;
        this.pen = pen;
        this.snapshots = new JournaledSnapshots(engine.snapshots(), pen);
        this.migration = new JournaledMigration(engine.migration(), pen);
        this.backups = new JournaledBackups(engine, pen);
    }

    @Override
    public void destroy(DomainId id, Steps steps) throws HypervisorException {
        whole(pen.draft(Kind.DESTROY, "Destroy", id), steps);
    }

    @Override
    public void task(DomainId id, String name, int count, Steps steps) throws HypervisorException {
        whole(pen.named(Kind.TASK, name, id).with(Intent.STEPS, Integer.toString(count)), steps);
    }

    private void whole(Intent intent, Steps steps) throws HypervisorException {
        pen.around(intent, () -> {
            steps.run();
            return intent;
        });
    }

    @Override
    public Domain define(DomainDefinition definition) throws HypervisorException {
        UUID present = definition.uuid();
        UUID uuid = present == null ? UUID.randomUUID() : present; // by which it is found again
        Intent intent = pen.named(Kind.DEFINE, "Define '" + definition.name() + "'", new DomainId(uuid));
        return pen.around(intent, () -> engine.define(definition.withUuid(uuid)));
    }

    @Override
    public Domain redefine(DomainId id, UnaryOperator<DomainDefinition> change) throws HypervisorException {
        Intent draft = pen.draft(Kind.REDEFINE, "Change", id);
        UnaryOperator<DomainDefinition> written = present -> {
            DomainDefinition wanted = change.apply(present);
            if (!wanted.equals(present)) {
                pen.writeUnchecked(draft.with(Intent.WANTED, Digest.of(wanted))
                        .with(Intent.PREVIOUS, Digest.of(present))
                        .with(Intent.PREVIOUS_NAME, present.name()));
            }
            return wanted;
        };
        try {
            return pen.crossingOut(draft, () -> engine.redefine(id, written));
        } catch (UncheckedIOException e) {
            throw Pen.unwritten(draft, e);
        }
    }

    @Override
    public void setNext(DomainId id, @Nullable DomainDefinition next) throws HypervisorException {
        Intent draft = pen.draft(Kind.SET_NEXT, "Define the next start of", id);
        Intent intent = next == null ? draft : draft.with(Intent.WANTED, Digest.of(next));
        pen.around(intent, () -> {
            engine.setNext(id, next);
            return id;
        });
    }

    @Override
    public Instant change(DomainId id, LiveChange change, Duration patience) throws HypervisorException {
        return pen.around(intentOf(id, change), () -> engine.change(id, change, patience));
    }

    private Intent intentOf(DomainId id, LiveChange change) throws HypervisorException {
        Intent intent = pen.draft(Kind.LIVE_CHANGE, "Change the running", id);
        try {
            DomainDefinition active = engine.definition(id, Configuration.ACTIVE);
            intent = intent.with(Intent.PREVIOUS, Digest.of(active))
                    .with(Intent.WANTED_ACTIVE, Digest.of(change.appliedTo(active)));
            if (change.alsoDefined()) {
                DomainDefinition defined = engine.definition(id, Configuration.DEFINED);
                intent = intent.with(Intent.WANTED, Digest.of(change.appliedTo(defined)));
            }
            return intent;
        } catch (IllegalArgumentException e) {
            return intent; // it does not fit, and the engine says so in its own words
        }
    }

    @Override
    public void undefine(DomainId id) throws HypervisorException {
        pen.around(pen.draft(Kind.UNDEFINE, "Undefine", id), () -> {
            engine.undefine(id);
            return id;
        });
    }

    @Override
    public void perform(LifecycleAction action, DomainId id) throws HypervisorException {
        Intent intent = pen.draft(Kind.ACTION, ActionWords.of(action), id).with(Intent.ACTION, action.name());
        Pen.Deed<DomainId> deed = () -> {
            engine.perform(action, id);
            return id;
        };
        if (action == LifecycleAction.STOP) {
            pen.aroundInAnyCase(intent, deed); // the plug can always be pulled
        } else {
            pen.around(intent, deed);
        }
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public Backups backups() {
        return backups;
    }

    @Override
    public Migration migration() {
        return migration;
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
