package org.telvirt.facility;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.backup.EngineBackups;
import org.telvirt.facility.backup.SystemBackups;
import org.telvirt.facility.change.EngineChanges;
import org.telvirt.facility.change.SystemChanges;
import org.telvirt.facility.event.FacilityEvent;
import org.telvirt.facility.event.FacilityEvents;
import org.telvirt.facility.event.Registration;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobKeeper;
import org.telvirt.facility.job.JobTable;
import org.telvirt.facility.job.Retention;
import org.telvirt.facility.journal.DurableTexts;
import org.telvirt.facility.journal.FacilityJournal;
import org.telvirt.facility.journal.JournaledEngine;
import org.telvirt.facility.journal.Undivided;
import org.telvirt.facility.migration.LocalMigrations;
import org.telvirt.facility.migration.Migrations;
import org.telvirt.facility.pool.LocalPools;
import org.telvirt.facility.pool.PoolRecords;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.facility.snapshot.EngineSnapshots;
import org.telvirt.facility.snapshot.SystemSnapshots;
import org.telvirt.facility.startup.HostAutomation;
import org.telvirt.facility.transition.EngineTasks;
import org.telvirt.facility.transition.FacilityErrors;
import org.telvirt.facility.transition.TransitionTable;
import org.telvirt.facility.transition.Transitions;
import org.telvirt.facility.transition.Undertakings;
import org.telvirt.facility.view.EngineFeed;
import org.telvirt.facility.view.SystemView;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DefinitionRules;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.FaultPolicy.ShutdownFallback;

/** The facility of the machine that one engine runs on. Safe for use by many threads. */
public final class LocalFacility implements VirtualizationFacility, AutoCloseable {
    private final Hypervisor engine;
    private final HostSystem host;
    private final @Nullable FacilityJournal journal;
    private final FacilityThreads threads;
    private final InstantSource clock;
    private final FacilityEvents events;
    private final SystemView view;
    private final MachineDevices machineDevices;
    private final LocalPools pools;
    private final JobTable jobs;
    private final Undertakings undertakings;
    private final Transitions transitions;
    private final EngineChanges changes;
    private final EngineSnapshots snapshots;
    private final EngineBackups backups;
    private final Migrations migrations;
    private final org.telvirt.hypervisor.Registration feed;

    private LocalFacility(
            Hypervisor engine,
            HostSystem host,
            FacilitySettings settings,
            FacilityThreads threads,
            InstantSource clock,
            @Nullable FacilityJournal journal,
            PoolRecords records)
            throws FacilityException {
        this.host = host;
        this.journal = journal;
        this.threads = threads;
        this.clock = clock;
        this.events = new FacilityEvents(threads.events(), settings.queuedEvents());
        this.view = new SystemView(engine, clock, events);
        this.machineDevices = new MachineDevices(engine, clock);
        // admission stands before the journal: what is refused has not begun
        JournaledEngine journaled = journal == null ? null : journal.around(engine, this::nameOf);
        Hypervisor recording = journaled == null ? engine : journaled;
        Undivided undivided = journaled == null ? Undivided.UNWRITTEN : journaled;
        this.pools = LocalPools.open(recording, view, records);
        this.engine = pools.admitting();
        JobKeeper keeper = journal == null ? JobKeeper.FORGETFUL : journal.jobs();
        this.jobs = new JobTable(settings.jobs(), settings.jobRetention(), clock, threads.timer(), events, keeper);
        this.undertakings = new Undertakings(view, jobs, threads.jobs(), threads.timer(), settings.grace());
        this.transitions = new Transitions(this.engine, view, undertakings, settings.timeouts(), undivided);
        EngineTasks tasks = new EngineTasks(this.engine, undertakings, undivided, threads.events(), threads.timer());
        this.changes = new EngineChanges(this.engine, view, tasks, pools);
        this.snapshots = new EngineSnapshots(this.engine, view, tasks, clock);
        var unused = events.listen(snapshots::observe);
        this.backups = new EngineBackups(this.engine, view, tasks);
        var unusedToo = events.listen(backups::observe);
        this.migrations = new LocalMigrations(this.engine, view, tasks);
        this.feed = engine.listen(new EngineFeed(
                view,
                undertakings,
                threads.events(),
                threads.timer(),
                clock,
                settings.queuedEvents(),
                settings.relistDelay()));
    }

    /**
     * Opens the facility on an engine, which stays the caller's to close. It forgets the resource pools that clients made.
     *
     * @throws FacilityException UNAVAILABLE: the engine does not answer
     */
    public static LocalFacility open(
            Hypervisor engine, FacilitySettings settings, FacilityThreads threads, InstantSource clock)
            throws FacilityException {
        return open(engine, settings, threads, clock, FacilityRecords.forgetful());
    }

    /**
     * Opens the facility on an engine, which stays the caller's to close, and takes up what a facility before it had begun
     * and not ended.
     *
     * @param records outlive the process
     * @throws FacilityException UNAVAILABLE: the engine does not answer, or the records of pools cannot be read; INTERNAL:
     *     those of work cannot
     */
    public static LocalFacility open(
            Hypervisor engine,
            FacilitySettings settings,
            FacilityThreads threads,
            InstantSource clock,
            FacilityRecords records)
            throws FacilityException {
        try {
            HostSystem host = describe(engine.host(), engine.capabilities());
            DurableTexts texts = records.work();
            FacilityJournal journal = texts == null ? null : new FacilityJournal(texts, threads, clock);
            LocalFacility facility =
                    new LocalFacility(engine, host, settings, threads, clock, journal, records.pools());
            facility.fill(settings.eagerDefinitions());
            if (journal != null) {
                journal.recover(facility.jobs, engine);
            }
            return facility;
        } catch (HypervisorException e) {
            throw FacilityErrors.of(e);
        }
    }

    /**
     * Begins to start virtual systems with the host, and to start them again when they crash.
     *
     * @param texts outlive the process
     * @param boot names this start of the host; null: it cannot be told, and nothing starts with it
     * @throws FacilityException INTERNAL: the texts cannot be read
     */
    public HostAutomation automate(DurableTexts texts, @Nullable String boot) throws FacilityException {
        return HostAutomation.begin(this, jobs, threads, clock, texts, boot);
    }

    private static HostSystem describe(Host host, EngineCapabilities capabilities) {
        return new HostSystem(
                host.uuid(),
                host.name(),
                host.architecture(),
                host.processorModel(),
                host.processors(),
                host.memory(),
                capabilities.engine(),
                capabilities.virtualizations(),
                TransitionTable.offered(capabilities));
    }

    private void fill(int eagerDefinitions) throws HypervisorException {
        try {
            view.refreshAll();
            view.loadDefinitions(eagerDefinitions);
        } catch (HypervisorException e) {
            close();
            throw e;
        }
    }

    private @Nullable String nameOf(DomainId id) {
        VirtualSystem system = view.find(new SystemId(id.uuid()));
        return system == null ? null : system.name();
    }

    @Override
    public HostSystem host() {
        return host;
    }

    @Override
    public List<MachineDevice> machineDevices() {
        return machineDevices.list();
    }

    @Override
    public List<VirtualSystem> systems() {
        return view.list();
    }

    @Override
    public @Nullable VirtualSystem system(SystemId id) {
        return view.find(id);
    }

    @Override
    public Set<Transition> availableTransitions(SystemId id) {
        return transitions.available(id);
    }

    @Override
    public @Nullable DomainDefinition definition(SystemId id, Configuration which) {
        return view.definition(id, which);
    }

    @Override
    public VirtualSystem define(DomainDefinition definition) throws FacilityException {
        List<String> violations = DefinitionRules.violations(definition);
        if (!violations.isEmpty()) {
            throw refused("define", definition.name(), violations);
        }
        try {
            return view.refreshed(engine.define(definition));
        } catch (HypervisorException e) {
            throw FacilityErrors.of(e);
        }
    }

    @Override
    public VirtualSystem redefine(SystemId id, UnaryOperator<DomainDefinition> change) throws FacilityException {
        List<String> violations = new ArrayList<>();
        try {
            return view.refreshed(engine.redefine(
                    new DomainId(id.uuid()), present -> changed(present, change.apply(present), violations)));
        } catch (HypervisorException e) {
            throw FacilityErrors.of(e);
        } catch (IllegalArgumentException e) {
            if (violations.isEmpty()) {
                throw e;
            }
            VirtualSystem system = view.find(id);
            throw refused("redefine", system == null ? id.toString() : system.name(), violations);
        }
    }

    /** The new definition, unless it breaks a rule that the present one keeps; others may have made that one. */
    private static DomainDefinition changed(DomainDefinition present, DomainDefinition next, List<String> violations) {
        violations.clear();
        violations.addAll(DefinitionRules.violations(next));
        violations.removeAll(DefinitionRules.violations(present));
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations.toString());
        }
        return next;
    }

    @Override
    public VirtualSystem setNext(SystemId id, @Nullable UnaryOperator<DomainDefinition> change)
            throws FacilityException {
        VirtualSystem system = view.find(id);
        DomainDefinition defined = view.definition(id, Configuration.DEFINED);
        DomainDefinition present = view.definition(id, Configuration.NEXT);
        if (system == null || defined == null || present == null) {
            throw new FacilityException(Reason.NOT_FOUND, "There is no virtual system " + id);
        } else if (!system.persistent()) {
            throw new FacilityException(
                    Reason.INVALID_STATE,
                    "Cannot define the next start of '" + system.name() + "': nothing of it is left after its run");
        }
        List<String> violations = new ArrayList<>();
        try {
            DomainDefinition next = change == null ? null : changed(defined, change.apply(present), violations);
            engine.setNext(new DomainId(id.uuid()), next);
            view.refresh(id);
        } catch (HypervisorException e) {
            throw FacilityErrors.of(e);
        } catch (IllegalArgumentException e) {
            if (violations.isEmpty()) {
                throw e;
            }
            throw refused("define the next start of", system.name(), violations);
        }
        VirtualSystem after = view.find(id);
        return after == null ? system : after;
    }

    private static FacilityException refused(String what, String name, List<String> violations) {
        return new FacilityException(
                Reason.INVALID_ARGUMENT, "Cannot " + what + " '" + name + "': " + String.join("; ", violations));
    }

    @Override
    public Outcome destroy(SystemId id) throws FacilityException {
        return transitions.destroy(id);
    }

    @Override
    public Outcome change(SystemId id, Transition transition, @Nullable Duration timeout) throws FacilityException {
        return transitions.change(id, transition, timeout);
    }

    @Override
    public Outcome shutDown(SystemId id, @Nullable Duration timeout, @Nullable ShutdownFallback fallback)
            throws FacilityException {
        return transitions.shutDown(id, timeout, fallback);
    }

    @Override
    public SystemBackups backups() {
        return backups;
    }

    @Override
    public Migrations migrations() {
        return migrations;
    }

    @Override
    public ResourcePools pools() {
        return pools;
    }

    @Override
    public SystemChanges changes() {
        return changes;
    }

    @Override
    public SystemSnapshots snapshots() {
        return snapshots;
    }

    @Override
    public List<Job> jobs() {
        return jobs.list();
    }

    @Override
    public @Nullable Job job(JobId id) {
        return jobs.find(id);
    }

    @Override
    public void retainJob(JobId id, Retention retention) throws FacilityException {
        jobs.retain(id, retention);
    }

    @Override
    public void removeJob(JobId id) throws FacilityException {
        jobs.remove(id);
    }

    @Override
    public void cancel(JobId id) throws FacilityException {
        Job job = jobs.find(id);
        if (job == null) {
            throw new FacilityException(Reason.NOT_FOUND, "There is no job " + id);
        }
        if (job.isOver() || !undertakings.cancel(id)) {
            throw new FacilityException(Reason.INVALID_STATE, "Cannot end job '" + job.name() + "': it is over");
        }
    }

    @Override
    public Registration listen(Consumer<FacilityEvent> listener) {
        return events.listen(listener);
    }

    /** Listens to the engine no more; what is underway goes on. */
    @Override
    public void close() {
        feed.close();
        if (journal != null) {
            journal.close();
        }
        pools.close();
    }
}
