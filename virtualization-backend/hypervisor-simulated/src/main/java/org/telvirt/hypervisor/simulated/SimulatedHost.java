package org.telvirt.hypervisor.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.simulated.backup.BackupFaults;
import org.telvirt.hypervisor.simulated.backup.Shelf;
import org.telvirt.hypervisor.simulated.resource.HardwareFaults;
import org.telvirt.hypervisor.simulated.resource.Machine;
import org.telvirt.hypervisor.simulated.resource.Resources;
import org.telvirt.hypervisor.simulated.work.OngoingWork;

/**
 * A machine in memory with its domains, which live as long as it does, whoever is connected. Safe for use by many
 * threads.
 */
public final class SimulatedHost implements Faults, HardwareFaults, BackupFaults {
    private static final ByteSize POOL_ROOM = ByteSize.ofMebibytes(1024 * 1024);

    private final ReentrantLock lock = new ReentrantLock();
    private final SimulatedHostSettings settings;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final EventDelivery delivery;
    private final DomainRegistry registry;
    private final Lifecycle lifecycle;
    private final LiveChanges liveChanges;
    private final Instant started;
    private final Machine machine;
    private final Resources resources;
    private final Shelf shelf;
    private final OngoingWork work;
    private final Map<String, SimulatedHost> neighbours = new ConcurrentHashMap<>();
    private volatile @Nullable DataRate migrationRate;
    private volatile boolean isolated;
    private volatile boolean sharesFiles = true;
    private final AtomicReference<@Nullable LeaderLoss> leaderLoss = new AtomicReference<>();
    private final Queue<HypervisorException> undefineFailures = new ArrayDeque<>();

    /** Something done while nothing else is. */
    interface Work<T> {
        T done() throws HypervisorException;
    }

    /**
     * @param events where listeners are called, one event at a time
     * @param timer when guests do what they were asked, and slow actions end
     */
    public SimulatedHost(
            SimulatedHostSettings settings, Executor events, ScheduledExecutorService timer, InstantSource clock) {
        this.settings = settings;
        this.timer = timer;
        this.clock = clock;
        this.started = clock.instant();
        this.machine = new Machine(settings.facts());
        this.resources = new Resources(POOL_ROOM);
        this.shelf = new Shelf(resources);
        this.work = new OngoingWork(clock);
        this.delivery = new EventDelivery(events);
        this.registry = new DomainRegistry(settings, clock, delivery);
        this.lifecycle = new Lifecycle(settings, registry, this::guestActs);
        this.liveChanges = new LiveChanges(settings, registry, lifecycle);
    }

    /** Opens the engine of this machine; any number may be open at once, and each sees what the others do. */
    public SimulatedHypervisor connect() {
        return new SimulatedHypervisor(this);
    }

    /** Makes another host known under a URI, to which domains can migrate then. It does not know this one by that. */
    public void knows(String uri, SimulatedHost other) {
        neighbours.put(uri, other);
    }

    /** The host of this URI, or of this name alone, if it can be reached; null: not. */
    @Nullable
    SimulatedHost neighbour(String uri) {
        SimulatedHost other = neighbours.get(uri.contains(":/") ? uri : "simulated://" + uri);
        return other == null || other.isolated ? null : other;
    }

    boolean isIsolated() {
        return isolated;
    }

    /** Whether other hosts see its files. */
    boolean sharesFiles() {
        return sharesFiles;
    }

    /** When the leader of a migration that is about to arrive ends, once; null: it does not. */
    @Nullable
    LeaderLoss takeLeaderLoss() {
        return leaderLoss.getAndSet(null);
    }

    /** How fast memory leaves this host; null: at once. */
    @Nullable
    DataRate migrationRate() {
        return migrationRate;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    SimulatedHostSettings settings() {
        return settings;
    }

    DomainRegistry registry() {
        return registry;
    }

    EventDelivery delivery() {
        return delivery;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    Resources resources() {
        return resources;
    }

    /** Where copies of disks are. */
    Shelf shelf() {
        return shelf;
    }

    /** What takes its time, and its end before time. */
    OngoingWork work() {
        return work;
    }

    Machine machine() {
        return machine;
    }

    /** When it was switched on. */
    Instant started() {
        return started;
    }

    InstantSource clock() {
        return clock;
    }

    /** Does something while nothing else is done, and then sees to the events that it noted. */
    <T> T alone(Work<T> work) throws HypervisorException {
        lock.lock();
        try {
            return work.done();
        } finally {
            lock.unlock();
            delivery.flush();
        }
    }

    /** The change runs without the lock, and again if someone else was quicker. */
    Domain redefine(DomainId id, UnaryOperator<DomainDefinition> change) throws HypervisorException {
        while (true) {
            DomainDefinition present = alone(() -> registry.find(id).defined());
            DomainDefinition asked = change.apply(present);
            Optional<Domain> redefined = alone(() -> registry.redefine(id, present, asked));
            if (redefined.isPresent()) {
                return redefined.get();
            }
        }
    }

    void undefine(DomainId id) throws HypervisorException {
        HypervisorException failure = undefineFailures.poll();
        if (failure != null) {
            throw failure;
        }
        registry.undefine(id);
    }

    void perform(LifecycleAction action, DomainId id) throws HypervisorException {
        Duration time = alone(() -> {
            Duration needed = lifecycle.begin(action, id);
            if (needed.isZero()) {
                lifecycle.finish(action, id);
            }
            return needed;
        });
        if (!time.isZero()) {
            hold(time, action, id);
            alone(() -> {
                lifecycle.finish(action, id);
                return id;
            });
        }
    }

    /** Changes a running domain, when and if its guest has let go of what is taken. */
    Instant change(DomainId id, LiveChange change, Duration patience) throws HypervisorException {
        Promise promise = alone(() -> {
            Duration time = liveChanges.begin(id, change);
            long run = liveChanges.run(id);
            boolean isAtOnce = time != null && time.isZero();
            return new Promise(time, run, isAtOnce ? liveChanges.finish(id, change, run, clock.instant()) : null);
        });
        if (promise.done() != null) {
            return promise.done();
        }
        Duration time = promise.time();
        if (time == null || time.compareTo(patience) > 0) {
            await(new CountDownLatch(1), patience, "a change", id);
            throw alone(() -> liveChanges.late(id, patience));
        }
        await(new CountDownLatch(1), time, "a change", id);
        return alone(() -> liveChanges.finish(id, change, promise.run(), clock.instant()));
    }

    /** A change that waits for the guest: how long, null being for ever, or when it was done. */
    private record Promise(
            @Nullable Duration time, long run, @Nullable Instant done) {}

    /** Lets the time of an action go by, or what comes first of that and its end. */
    private void await(CountDownLatch passed, Duration time, Object action, DomainId id) throws HypervisorException {
        var waking = timer.schedule(passed::countDown, time.toNanos(), TimeUnit.NANOSECONDS);
        try {
            passed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HypervisorException(
                    Reason.TIMEOUT, "Gave up " + action + " of " + id + ": its caller was interrupted", e);
        } finally {
            waking.cancel(false);
        }
    }

    /** The time of an action that holds the domain; someone may end it before. */
    private void hold(Duration time, LifecycleAction action, DomainId id) throws HypervisorException {
        CountDownLatch passed = new CountDownLatch(1);
        work.begin(id, time, passed);
        try {
            await(passed, time, action, id);
        } catch (HypervisorException e) {
            work.end(id);
            abandon(id);
            throw e;
        }
        if (work.end(id)) {
            abandon(id);
            throw new HypervisorException(
                    Reason.INVALID_STATE, "Gave up " + action + " of " + id + ": someone ended it");
        }
    }

    private void abandon(DomainId id) throws HypervisorException {
        alone(() -> {
            lifecycle.abandon(id);
            return id;
        });
    }

    private void guestActs(Duration time, DomainId id, long run, LifecycleAction asked) {
        // it fails in no way that anyone could wait for
        var unused = timer.schedule(() -> guestHasActed(id, run, asked), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void guestHasActed(DomainId id, long run, LifecycleAction asked) {
        try {
            alone(() -> {
                SimulatedDomain domain = registry.find(id);
                if (asked == LifecycleAction.SHUTDOWN) {
                    lifecycle.powerOff(domain, run);
                } else {
                    lifecycle.reboot(domain, run);
                }
                return id;
            });
        } catch (HypervisorException e) {
            // the domain is gone, and with it what its guest was about to do
            return;
        }
    }

    @Override
    public void happen(Incident incident, DomainId id) throws HypervisorException {
        alone(() -> {
            lifecycle.happen(incident, id);
            return id;
        });
    }

    @Override
    public void behave(DomainId id, GuestBehaviour behaviour) throws HypervisorException {
        alone(() -> registry.find(id).guest = behaviour);
    }

    @Override
    public void load(DomainId id, GuestLoad load) throws HypervisorException {
        alone(() -> {
            registry.find(id).use.load(clock.instant(), load);
            return id;
        });
    }

    @Override
    public void processor(int number, boolean online) throws HypervisorException {
        tell(() -> machine.processor(clock.instant(), number, online));
    }

    @Override
    public void link(String name, boolean up) throws HypervisorException {
        tell(() -> machine.link(clock.instant(), name, up));
    }

    @Override
    public void memoryErrors(long corrected, long uncorrected) throws HypervisorException {
        tell(() -> machine.memory(clock.instant(), corrected, uncorrected));
    }

    /** Does something to the machine, and tells what came of it. */
    void tell(Work<? extends List<? extends HypervisorEvent>> work) throws HypervisorException {
        alone(() -> {
            List<? extends HypervisorEvent> events = work.done();
            events.forEach(delivery::note);
            return events;
        });
    }

    @Override
    public void failNext(LifecycleAction action, HypervisorException failure) {
        change(() -> lifecycle.failNext(action, failure));
    }

    @Override
    public void failNextUndefine(HypervisorException failure) {
        change(() -> undefineFailures.add(failure));
    }

    @Override
    public void slow(LifecycleAction action, Duration time) {
        change(() -> lifecycle.slow(action, time));
    }

    @Override
    public void slowMigrations(@Nullable DataRate rate) {
        migrationRate = rate;
    }

    @Override
    public void slowBackups(@Nullable DataRate rate) {
        change(() -> shelf.slow(rate));
    }

    @Override
    public void failNextBackup(ByteSize after, HypervisorException failure) {
        change(() -> shelf.failNext(after, failure));
    }

    @Override
    public Map<String, ByteSize> backupFiles() {
        lock.lock();
        try {
            return shelf.files();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void changeMemory(DomainId id, DataRate rate) throws HypervisorException {
        alone(() -> registry.find(id).memoryChanges = rate);
    }

    @Override
    public void loseLeader(LeaderLoss when) {
        leaderLoss.set(when);
    }

    @Override
    public void shareFiles(boolean isShared) {
        sharesFiles = isShared;
    }

    @Override
    public void isolate(boolean other) {
        isolated = other;
    }

    private void change(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
            delivery.flush();
        }
    }
}
