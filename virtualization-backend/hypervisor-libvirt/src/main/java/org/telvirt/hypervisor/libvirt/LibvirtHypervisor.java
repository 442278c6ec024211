package org.telvirt.hypervisor.libvirt;

import com.sun.jna.Pointer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainRebooted;
import org.telvirt.hypervisor.HypervisorEvent.DomainStateChanged;
import org.telvirt.hypervisor.HypervisorEvent.Gap;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.Registration;
import org.telvirt.hypervisor.StateReason;
import org.telvirt.hypervisor.backup.Backups;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.Configuration;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Feature;
import org.telvirt.hypervisor.host.HostInventory;
import org.telvirt.hypervisor.libvirt.backup.LibvirtBackups;
import org.telvirt.hypervisor.libvirt.domain.DomainXml;
import org.telvirt.hypervisor.libvirt.host.LibvirtInventory;
import org.telvirt.hypervisor.libvirt.linux.HostWatch;
import org.telvirt.hypervisor.libvirt.linux.KernelFiles;
import org.telvirt.hypervisor.libvirt.migration.LibvirtMigration;
import org.telvirt.hypervisor.libvirt.resource.LibvirtNetworks;
import org.telvirt.hypervisor.libvirt.resource.LibvirtStorage;
import org.telvirt.hypervisor.libvirt.resource.PoolWatch;
import org.telvirt.hypervisor.libvirt.resource.SharedMemoryFiles;
import org.telvirt.hypervisor.libvirt.snapshot.LibvirtSnapshots;
import org.telvirt.hypervisor.libvirt.snapshot.LibvirtWork;
import org.telvirt.hypervisor.libvirt.statistics.LibvirtStatistics;
import org.telvirt.hypervisor.migration.Migration;
import org.telvirt.hypervisor.network.Networks;
import org.telvirt.hypervisor.snapshot.Snapshots;
import org.telvirt.hypervisor.statistics.Statistics;
import org.telvirt.hypervisor.storage.Storage;
import org.telvirt.hypervisor.work.LongWork;

/**
 * A hypervisor that libvirt drives. A restart of libvirtd costs it a {@link HypervisorEvent.Gap} and the calls that were
 * under way. Safe for use by many threads.
 */
public final class LibvirtHypervisor implements Hypervisor {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtHypervisor.class);

    private final LibvirtEventLoop loop;
    private final LibvirtEvents events;
    private final LibvirtConnection connection;
    private final EngineCapabilities capabilities;
    private final Map<Feature, String> lacking;
    private final Definitions definitions;
    private final LiveChanges liveChanges;
    private final Map<LiveChange.Kind, String> lackingChanges;
    private final boolean tellsReboots;
    private final LibvirtStatistics statistics;
    private final LibvirtInventory inventory;
    private final LibvirtStorage storage;
    private final LibvirtNetworks networks;
    private final LibvirtSnapshots snapshots;
    private final LibvirtBackups backups;
    private final LibvirtMigration migration;
    private final LibvirtWork work;
    private final SavedRuns savedRuns;
    private final DomainLocks locks = new DomainLocks();
    private final SharedMemoryFiles sharedMemory;
    private final boolean isOnThisMachine;

    /**
     * Connects to libvirt.
     *
     * @param uri such as {@code qemu:///system}, {@code qemu+unix:///system?socket=PATH}, {@code xen:///system},
     *     {@code qemu+tls://HOST/system?pkipath=FOLDER}, {@code xen+tcp://HOST:PORT/system} or {@code test:///default}
     * @param executor has a thread to give away until {@link #close}, the event thread, and one for each
     *     migration
     * @throws HypervisorException UNAVAILABLE: libvirt is not installed or does not answer; DENIED
     */
    public LibvirtHypervisor(String uri, Executor executor, InstantSource clock) throws HypervisorException {
        this(uri, executor, clock, KernelFiles.ofThisMachine());
    }

    /**
     * Connects to libvirt.
     *
     * @param files where the kernel's files of the machine are, if libvirt is on this one
     */
    public LibvirtHypervisor(String uri, Executor executor, InstantSource clock, KernelFiles files)
            throws HypervisorException {
        loop = eventLoop(executor);
        events = new LibvirtEvents(loop, clock, this::stateOf, uri.startsWith("xen"));
        try {
            connection = new LibvirtConnection(uri, loop, events);
            capabilities = connection.read(HostFacts::capabilities);
            lacking = connection.read(Lacking::of);
            lackingChanges = connection.read(Lacking::changes);
            tellsReboots = connection.read(HostFacts::tellsReboots);
            inventory = new LibvirtInventory(connection, elsewhere(uri));
            storage = new LibvirtStorage(connection);
            networks = new LibvirtNetworks(connection);
            snapshots = new LibvirtSnapshots(connection);
            backups = new LibvirtBackups(connection, elsewhere(uri), clock);
            events.listen(backups::observe);
            migration = new LibvirtMigration(uri, connection, executor, clock);
            savedRuns = watchSavedRuns();
        } catch (HypervisorException e) {
            loop.close();
            throw e;
        }
        definitions = new Definitions(capabilities.virtualizations(), lacking);
        liveChanges = new LiveChanges(connection, events, definitions, lacking, uri.startsWith("xen"));
        work = new LibvirtWork(connection);
        statistics = new LibvirtStatistics(connection, clock, capabilities, elsewhere(uri), files);
        isOnThisMachine = elsewhere(uri) == null;
        sharedMemory = new SharedMemoryFiles(isMachinesOwn(uri) ? Path.of("/dev/shm") : null);
    }

    /** Whether the kernel of libvirt's machine is ours. */
    public boolean isOnThisMachine() {
        return isOnThisMachine;
    }

    /** Whether it is the libvirt of this machine: one with a socket of its own may live in namespaces of its own. */
    private static boolean isMachinesOwn(String uri) {
        return elsewhere(uri) == null && !uri.contains("socket=");
    }

    /**
     * Says where guests share memory, for a libvirt that is not the machine's own one: when the last domain that names a
     * shared memory is undefined, its file is removed from there.
     */
    public void tidySharedMemory(Path folder) {
        sharedMemory.liveIn(folder);
    }

    private SavedRuns watchSavedRuns() {
        SavedRuns runs = new SavedRuns(
                loop,
                new SavedRuns.Source() {
                    @Override
                    public Map<DomainId, String> saved() throws HypervisorException {
                        return connection.callAtOnce(DomainList::saved);
                    }

                    @Override
                    public @Nullable DomainState stateOf(DomainId id) {
                        return LibvirtHypervisor.this.stateOf(id);
                    }
                },
                events::discarded);
        events.listen(event -> {
            if (event instanceof Gap) {
                runs.expect();
            } else if (event instanceof DomainStateChanged changed && changed.state() == DomainState.SAVED) {
                runs.expect(changed.id(), changed.name());
            }
        });
        runs.expect();
        return runs;
    }

    /** Why the kernel of libvirt's machine cannot be seen; null: it is ours. */
    private static @Nullable String elsewhere(String uri) {
        String host = URI.create(uri).getAuthority();
        if (uri.startsWith("test:")) {
            return "the host of '" + uri + "' is a made-up one";
        }
        return host == null || host.isEmpty() ? null : "the host '" + host + "' is another machine than this one";
    }

    private static LibvirtEventLoop eventLoop(Executor executor) throws HypervisorException {
        try {
            return new LibvirtEventLoop(executor);
        } catch (LinkageError e) { // of the library, when it is first used
            throw new HypervisorException(
                    Reason.UNAVAILABLE,
                    "libvirt is not installed: './telvirt setup-host', or apt-get install libvirt0",
                    e);
        }
    }

    @Override
    public EngineCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public Map<Feature, String> lacking() {
        return lacking;
    }

    @Override
    public Host host() throws HypervisorException {
        return connection.read(HostFacts::host);
    }

    @Override
    public List<Domain> domains() throws HypervisorException {
        return connection.read(DomainList::read);
    }

    @Override
    public Domain domain(DomainId id) throws HypervisorException {
        return connection.read(on -> describe(on, id));
    }

    private static Domain describe(Pointer on, DomainId id) throws HypervisorException {
        try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
            return domain.describe();
        }
    }

    @Override
    public DomainDefinition definition(DomainId id, Configuration which) throws HypervisorException {
        return DomainXml.read(connection.read(on -> {
            try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
                return which == Configuration.NEXT
                        ? Definitions.next(domain)
                        : domain.xml(which == Configuration.DEFINED);
            }
        }));
    }

    @Override
    public Domain define(DomainDefinition definition) throws HypervisorException {
        return connection.call(on -> definitions.define(on, definition));
    }

    @Override
    public Domain redefine(DomainId id, UnaryOperator<DomainDefinition> change) throws HypervisorException {
        return locks.with(id, () -> connection.call(on -> definitions.redefine(on, id, change)));
    }

    @Override
    public void setNext(DomainId id, @Nullable DomainDefinition next) throws HypervisorException {
        locks.with(
                id,
                () -> connection.call(on -> {
                    definitions.setNext(on, id, next);
                    return id;
                }));
    }

    @Override
    public Map<LiveChange.Kind, String> lackingChanges() {
        return lackingChanges;
    }

    @Override
    public Instant change(DomainId id, LiveChange change, Duration patience) throws HypervisorException {
        String lacks = lackingChanges.get(change.kind());
        if (lacks != null) {
            throw new HypervisorException(Reason.UNSUPPORTED, "Cannot change " + id + " while it runs: " + lacks);
        }
        return locks.with(id, () -> liveChanges.perform(id, change, patience));
    }

    @Override
    public void undefine(DomainId id) throws HypervisorException {
        locks.with(
                id,
                () -> connection.call(on -> {
                    sharedMemory.remove(definitions.undefine(on, id));
                    return id;
                }));
    }

    @Override
    public void perform(LifecycleAction action, DomainId id) throws HypervisorException {
        String lacks = capabilities.missing().get(action);
        if (lacks != null) {
            throw new HypervisorException(
                    Reason.UNSUPPORTED, LifecycleCalls.attempt(action, id.toString()) + ": " + lacks);
        }
        if (action == LifecycleAction.STOP) {
            act(action, id); // also in the middle of something long
        } else {
            locks.with(id, () -> act(action, id));
        }
    }

    private DomainId act(LifecycleAction action, DomainId id) throws HypervisorException {
        return connection.call(on -> {
            try (LibvirtDomain domain = LibvirtDomain.find(on, id)) {
                if (action == LifecycleAction.SAVE) {
                    save(domain, id);
                } else if (action == LifecycleAction.RESTORE) {
                    restore(domain, id);
                } else if (action != LifecycleAction.START || !Definitions.startNext(on, domain)) {
                    LifecycleCalls.perform(action, domain);
                }
                tellUntold(action, id, domain.name());
                return id;
            }
        });
    }

    /** What libvirt has no event for. */
    private void tellUntold(LifecycleAction action, DomainId id, String name) {
        if (action == LifecycleAction.DISCARD_SAVED) {
            events.publishLater(
                    new DomainStateChanged(events.now(), id, name, DomainState.SHUT_OFF, StateReason.NORMAL));
        } else if (!tellsReboots && (action == LifecycleAction.RESET || action == LifecycleAction.REBOOT)) {
            events.publishLater(new DomainRebooted(events.now(), id, name));
        }
    }

    private void restore(LibvirtDomain domain, DomainId id) throws HypervisorException {
        savedRuns.restoring(id);
        try {
            LifecycleCalls.perform(LifecycleAction.RESTORE, domain);
        } finally {
            savedRuns.restored(id);
        }
    }

    private void save(LibvirtDomain domain, DomainId id) throws HypervisorException {
        events.saving(id);
        try {
            LifecycleCalls.perform(LifecycleAction.SAVE, domain);
        } catch (HypervisorException e) {
            events.savingFailed(id);
            throw e;
        }
    }

    @Override
    public Statistics statistics() {
        return statistics;
    }

    @Override
    public HostInventory inventory() {
        return inventory;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Networks networks() {
        return networks;
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
    public LongWork work() {
        return work;
    }

    /**
     * Looks again and again at what the kernel tells of processors, memory and links, and whether storage pools are full,
     * and tells listeners what changes.
     *
     * @param timer where the looking is done; it takes milliseconds, and may wait for libvirt
     * @param interval between one look and the next
     * @param files where the kernel's files of libvirt's machine, or copies of them, are; null: nowhere here, so that only
     *     the pools are looked at
     * @return ends it
     */
    public Registration watchHost(ScheduledExecutorService timer, Duration interval, @Nullable KernelFiles files) {
        HostWatch watch = files == null ? null : new HostWatch(files, events::now, events::publishLater);
        PoolWatch pools = new PoolWatch(storage::pools, isOnThisMachine, events::now, events::publishLater);
        if (watch != null) {
            watch.look();
        }
        Runnable look = () -> {
            try {
                if (watch != null) {
                    watch.look();
                }
                pools.look();
            } catch (RuntimeException e) { // which would end the looking without a word
                LOG.error("Cannot see what happened to the host; the next look may", e);
            }
        };
        Future<?> looking =
                timer.scheduleWithFixedDelay(look, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        return () -> looking.cancel(false);
    }

    private @Nullable DomainState stateOf(DomainId id) {
        try {
            return connection.callAtOnce(on -> describe(on, id)).state();
        } catch (HypervisorException e) {
            return e.reason() == Reason.NOT_FOUND ? null : DomainState.UNKNOWN;
        }
    }

    @Override
    public Registration listen(Consumer<HypervisorEvent> listener) {
        return events.listen(listener);
    }

    @Override
    public void close() {
        connection.close();
        loop.close();
    }
}
