package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.EngineCapabilities;
import org.telvirt.hypervisor.Host;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.Gap;
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
import org.telvirt.hypervisor.simulated.backup.Guest;
import org.telvirt.hypervisor.simulated.backup.Place;
import org.telvirt.hypervisor.simulated.backup.Shelf;
import org.telvirt.hypervisor.simulated.backup.SimulatedBackups;
import org.telvirt.hypervisor.simulated.resource.SimulatedNetworks;
import org.telvirt.hypervisor.simulated.resource.SimulatedStorage;
import org.telvirt.hypervisor.simulated.work.OngoingWork;
import org.telvirt.hypervisor.snapshot.Snapshots;
import org.telvirt.hypervisor.statistics.Statistics;
import org.telvirt.hypervisor.storage.Storage;
import org.telvirt.hypervisor.work.LongWork;

/** A connection to a {@link SimulatedHost}. Safe for use by many threads. */
public final class SimulatedHypervisor implements Hypervisor {
    private final SimulatedHost host;
    private final List<EventDelivery.Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger failingReads = new AtomicInteger();
    private final Statistics statistics = new SimulatedStatistics(this);
    private final HostInventory inventory = new SimulatedInventory(this);
    private final Snapshots snapshots = new SimulatedSnapshots(this);
    private final Migration migration = new SimulatedMigration(this);
    private final Storage storage;
    private final Networks networks;
    private final Backups backups;
    private volatile boolean cut;

    SimulatedHypervisor(SimulatedHost host) {
        this.host = host;
        this.storage = new SimulatedStorage(new Way(), host.resources());
        this.networks = new SimulatedNetworks(new Way(), host.resources());
        this.backups = new SimulatedBackups(new Way());
    }

    /** Cuts this connection: calls answer UNAVAILABLE, events are lost, domains go on. */
    public void cut() {
        cut = true;
    }

    /** Mends it; its listeners are told of a gap. */
    public void mend() {
        cut = false;
        for (EventDelivery.Listener listener : listeners) {
            host.delivery().noteFor(listener, new Gap(host.clock().instant(), "the connection was cut"));
        }
        host.delivery().flush();
    }

    /** Lets the next so many reads of domains and definitions answer UNAVAILABLE. */
    public void failNextReads(int count) {
        failingReads.set(count);
    }

    private SimulatedHost read() throws HypervisorException {
        if (failingReads.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new HypervisorException(
                    Reason.UNAVAILABLE, "Host '" + host.settings().facts().name() + "' did not answer");
        }
        return reach();
    }

    /**
     * The host.
     *
     * @throws HypervisorException UNAVAILABLE: this connection is cut
     */
    SimulatedHost reach() throws HypervisorException {
        if (cut) {
            throw new HypervisorException(
                    Reason.UNAVAILABLE,
                    "Cannot reach host '" + host.settings().facts().name() + "': the connection is cut");
        }
        return host;
    }

    @Override
    public EngineCapabilities capabilities() {
        return host.settings().capabilities();
    }

    @Override
    public Map<Feature, String> lacking() {
        return host.settings().lacking();
    }

    @Override
    public Host host() throws HypervisorException {
        return reach().alone(() -> host.machine().facts());
    }

    @Override
    public List<Domain> domains() throws HypervisorException {
        return read().alone(() -> host.registry().list());
    }

    @Override
    public Domain domain(DomainId id) throws HypervisorException {
        return read().alone(() -> host.registry().find(id).seen());
    }

    @Override
    public DomainDefinition definition(DomainId id, Configuration which) throws HypervisorException {
        return read().alone(() -> {
            SimulatedDomain domain = host.registry().find(id);
            return switch (which) {
                case ACTIVE -> domain.active();
                case DEFINED -> domain.defined();
                case NEXT -> domain.once();
            };
        });
    }

    @Override
    public Domain define(DomainDefinition definition) throws HypervisorException {
        return reach().alone(() -> host.registry().define(definition));
    }

    @Override
    public Domain redefine(DomainId id, UnaryOperator<DomainDefinition> change) throws HypervisorException {
        return reach().redefine(id, change);
    }

    @Override
    public void setNext(DomainId id, @Nullable DomainDefinition next) throws HypervisorException {
        reach().alone(() -> {
            host.registry().defineOnce(id, next);
            return id;
        });
    }

    @Override
    public Map<LiveChange.Kind, String> lackingChanges() {
        return host.settings().lackingChanges();
    }

    @Override
    public Instant change(DomainId id, LiveChange change, Duration patience) throws HypervisorException {
        return reach().change(id, change, patience);
    }

    @Override
    public void undefine(DomainId id) throws HypervisorException {
        reach().alone(() -> {
            host.undefine(id);
            return id;
        });
    }

    @Override
    public void perform(LifecycleAction action, DomainId id) throws HypervisorException {
        reach().perform(action, id);
        // what was begun has ended, but a caller who was cut off meanwhile does not learn of it
        var unused = reach();
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
        return host.work();
    }

    /** How storage, networks and backups come to the host. */
    private final class Way implements Place {
        @Override
        public <T> T alone(Work<T> work) throws HypervisorException {
            return reach().alone(work::done);
        }

        @Override
        public void note(Occasion occasion) {
            host.delivery().note(occasion.at(host.clock().instant()));
        }

        @Override
        public <T> T inside(Work<T> work) throws HypervisorException {
            return host.alone(work::done);
        }

        @Override
        public Guest guest(DomainId id) throws HypervisorException {
            return host.registry().find(id);
        }

        @Override
        public void tell(HypervisorEvent event) {
            host.delivery().note(event);
        }

        @Override
        public Shelf shelf() {
            return host.shelf();
        }

        @Override
        public OngoingWork work() {
            return host.work();
        }

        @Override
        public InstantSource clock() {
            return host.clock();
        }

        @Override
        public ScheduledExecutorService timer() {
            return host.timer();
        }
    }

    @Override
    public Registration listen(Consumer<HypervisorEvent> listener) {
        EventDelivery.Listener listening = host.delivery().listen(event -> {
            if (!cut) {
                listener.accept(event);
            }
        });
        listeners.add(listening);
        return () -> {
            listeners.remove(listening);
            listening.close();
        };
    }

    @Override
    public void close() {
        listeners.forEach(EventDelivery.Listener::close);
    }
}
