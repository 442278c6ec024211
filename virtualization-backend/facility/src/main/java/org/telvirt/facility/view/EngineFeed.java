package org.telvirt.facility.view;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.event.SerialQueue;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainOccurrence;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HostEvent;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainRebooted;
import org.telvirt.hypervisor.HypervisorEvent.DomainStateChanged;
import org.telvirt.hypervisor.HypervisorEvent.Gap;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.StateReason;

/**
 * Takes the engine's events and keeps the view in step: each one makes it read that domain again, unless it has been read
 * since the event came. The engine's event thread only queues; reading happens on the executor. Safe for use by many
 * threads.
 */
public final class EngineFeed implements Consumer<HypervisorEvent> {
    private static final int READ_AT_ONCE = 16;

    private final SystemView view;
    private final Observer observer;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final Duration retry;
    private final SerialQueue<Arrival> queue;
    private final AtomicBoolean retrying = new AtomicBoolean();
    private final Executor executor;
    private final AtomicInteger rereading =
            new AtomicInteger(); // how often it was asked for since it began; 0: it rests

    /** Who else has to know, after the view does. */
    public interface Observer {
        /**
         * Something happened.
         *
         * @param ticket the last one given when the event came
         */
        void observe(HypervisorEvent event, long ticket);
    }

    private record Arrival(HypervisorEvent event, long ticket) {}

    /**
     * @param capacity how many events may wait; more are replaced by one gap
     * @param retry how long after a reading that failed everything is listed again
     */
    public EngineFeed(
            SystemView view,
            Observer observer,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            int capacity,
            Duration retry) {
        this.view = view;
        this.observer = observer;
        this.clock = clock;
        this.executor = executor;
        this.timer = timer;
        this.retry = retry;
        this.queue = new SerialQueue<>(executor, capacity, this::digest);
    }

    @Override
    public void accept(HypervisorEvent event) {
        if (!queue.add(new Arrival(event, view.lastTicket()))) {
            queue.clear();
            queue.add(new Arrival(new Gap(clock.instant(), "more events came than could be kept"), view.lastTicket()));
        }
        queue.flush();
    }

    private void digest(Arrival arrival) {
        try {
            if (arrival.event() instanceof HostEvent event) {
                view.tellHost(event);
                return; // no domain is the less for it
            } else if (arrival.event() instanceof DomainEvent about) {
                catchUp(about, new SystemId(about.id().uuid()), arrival.ticket());
                tellMore(about, new SystemId(about.id().uuid()));
            } else {
                view.refreshAll();
                readDefinitionsAgain();
            }
        } catch (HypervisorException e) {
            listAgainLater();
        }
        observer.observe(arrival.event(), arrival.ticket());
    }

    /** What may have been redefined unseen is read again, a few at a time, so that events in between need not wait. */
    private void readDefinitionsAgain() {
        if (rereading.getAndIncrement() == 0) {
            submitReading();
        }
    }

    private void submitReading() {
        try {
            executor.execute(this::readSomeDefinitions);
        } catch (RejectedExecutionException e) {
            rereading.set(0); // whoever ended the executor wants no more of this
        }
    }

    private void readSomeDefinitions() {
        int asked = rereading.get();
        boolean areMore = false;
        try {
            areMore = view.readDistrustedDefinitions(READ_AT_ONCE);
        } catch (HypervisorException e) {
            listAgainLater();
        } finally {
            if (areMore || !rereading.compareAndSet(asked, 0)) {
                submitReading();
            }
        }
    }

    private void catchUp(DomainEvent event, SystemId id, long ticket) throws HypervisorException {
        if (event instanceof DomainOccurrence occurrence && !occurrence.changesDefinition()) {
            return;
        } else if (event instanceof DomainRebooted) {
            view.tellReboot(id);
        } else if (event instanceof DomainStateChanged changed && staysActive(changed, id)) {
            if (!view.hasStateAfter(id, ticket)) {
                view.refreshState(id);
            }
        } else if (!view.hasStateAfter(id, ticket) || !view.hasDefinitionsAfter(id, ticket)) {
            view.refresh(id);
        }
    }

    /** A run that ended by a migration has left; one that goes on by a migration has arrived. */
    private void tellMore(DomainEvent event, SystemId id) {
        if (event instanceof DomainOccurrence occurrence) {
            view.tellOccurrence(id, occurrence);
        } else if (event instanceof DomainStateChanged changed && changed.reason() == StateReason.MIGRATION) {
            if (changed.state() == DomainState.SHUT_OFF) {
                view.tellEmigration(id, changed.name());
            } else if (changed.state() == DomainState.RUNNING) {
                view.tellImmigration(id);
            }
        }
    }

    /** Whether the run goes on, and with it what it is made of. */
    private boolean staysActive(DomainStateChanged event, SystemId id) {
        Domain known = view.domain(id);
        return known != null
                && LifecycleAction.STOP.possibleFrom(known.state())
                && LifecycleAction.STOP.possibleFrom(event.state());
    }

    private void listAgainLater() {
        if (retrying.compareAndSet(false, true)) {
            var unused = timer.schedule(this::listAgain, retry.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void listAgain() {
        retrying.set(false);
        accept(new Gap(clock.instant(), "the engine did not answer"));
    }
}
