package org.telvirt.facility.transition;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.job.JobTable;
import org.telvirt.facility.view.EngineFeed;
import org.telvirt.facility.view.SystemView;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainEvent;
import org.telvirt.hypervisor.HypervisorException;

/** What is being done to which virtual system: one thing at a time for each. Safe for use by many threads. */
public final class Undertakings implements EngineFeed.Observer {
    private final SystemView view;
    private final JobTable jobs;
    private final Executor executor;
    private final ScheduledExecutorService timer;
    private final Duration grace;
    private final Map<SystemId, Undertaking> underway = new ConcurrentHashMap<>();
    private final Undertaking.Surroundings surroundings = new Reports();

    /**
     * @param executor where the engine is asked
     * @param grace how long callers are kept waiting before their work goes on as a job
     */
    public Undertakings(
            SystemView view, JobTable jobs, Executor executor, ScheduledExecutorService timer, Duration grace) {
        this.view = view;
        this.jobs = jobs;
        this.executor = executor;
        this.timer = timer;
        this.grace = grace;
    }

    /** Whether nothing is done to a system. */
    boolean isFree(SystemId id) {
        return !underway.containsKey(id);
    }

    /** Whether what is done to a system can be overtaken. */
    boolean canBeOvertaken(SystemId id) {
        Undertaking present = underway.get(id);
        return present != null && present.canBeOvertaken();
    }

    /**
     * Refuses what is wished of a system that is not there.
     *
     * @throws FacilityException NOT_FOUND
     */
    void requirePresent(SystemId id) throws FacilityException {
        if (view.find(id) == null) {
            throw new FacilityException(Reason.NOT_FOUND, "There is no virtual system " + id);
        }
    }

    /**
     * Does work and waits for it for a while.
     *
     * @throws FacilityException why it failed or was ended, if that was soon; BUSY: something else is underway
     */
    Outcome undertake(Wish wish, Work work) throws FacilityException {
        return undertake(wish, work, null);
    }

    /**
     * The same.
     *
     * @param resort what is done when the deadline passes; null: nothing, it has failed
     */
    Outcome undertake(Wish wish, Work work, @Nullable LastResort resort) throws FacilityException {
        requireFree(wish);
        JobId job = jobs.create(capitalized(wish.name()), wish.description(), wish.activity(), wish.id());
        Undertaking undertaking = new Undertaking(wish, job, work, surroundings);
        try {
            claim(wish, undertaking);
        } catch (FacilityException e) {
            jobs.withdraw(job);
            throw e;
        }
        view.mark(wish.id(), system -> marked(system, undertaking));
        begin(wish, undertaking, resort);
        Job result = jobs.await(job, grace);
        if (!result.isOver()) {
            return new Outcome.Underway(result);
        }
        FacilityException failure = result.failure();
        if (failure != null) {
            throw failure;
        }
        return new Outcome.Completed();
    }

    /** What is underway is always taken from the map, so that whoever marks last marks what is true. */
    private VirtualSystem marked(VirtualSystem system, Undertaking mine) {
        Undertaking present = underway.get(system.id());
        VirtualSystem marked = present == null ? system.withUnderway(null).withActivity(null) : present.mark(system);
        return holds(mine) ? mine.request(marked) : marked;
    }

    private boolean holds(Undertaking undertaking) {
        return undertaking.equals(underway.get(undertaking.id()));
    }

    /**
     * Refuses early, without a trace, what would be refused later.
     *
     * @throws FacilityException BUSY: something else is underway
     */
    void requireFree(Wish wish) throws FacilityException {
        Undertaking present = underway.get(wish.id());
        if (present != null && !(wish.overtakes() && present.canBeOvertaken())) {
            throw busy(wish, present);
        }
    }

    private void claim(Wish wish, Undertaking mine) throws FacilityException {
        while (true) {
            Undertaking present = underway.putIfAbsent(wish.id(), mine);
            if (present == null) {
                return;
            }
            if (!wish.overtakes() || !present.canBeOvertaken()) {
                throw busy(wish, present);
            }
            if (underway.replace(wish.id(), present, mine)) {
                present.overtake("Gave up to " + present.name() + ": overtaken by the wish to " + wish.name());
                return;
            }
        }
    }

    private static FacilityException busy(Wish wish, Undertaking present) {
        return new FacilityException(
                Reason.BUSY,
                "Cannot " + wish.name() + ": busy with another wish, to " + present.name() + "; try again later");
    }

    private void begin(Wish wish, Undertaking undertaking, @Nullable LastResort resort) {
        try {
            undertaking.expireBy(timer.schedule(
                    () -> expire(wish, undertaking, resort), wish.timeout().toNanos(), TimeUnit.NANOSECONDS));
            executor.execute(undertaking);
        } catch (RejectedExecutionException e) {
            undertaking.refuse(new FacilityException(
                    Reason.UNAVAILABLE, "Cannot " + wish.name() + ": the facility is closing", e));
        }
    }

    private void expire(Wish wish, Undertaking late, @Nullable LastResort resort) {
        if (resort == null) {
            late.expire(wish.expired());
        } else if (late.handOver()) {
            Undertaking last = new Undertaking(resort.wish(), resort.work(), late);
            // if not, somebody has just overtaken it, and has ended its job
            if (underway.replace(wish.id(), late, last)) {
                jobs.describe(last.job(), resort.said());
                begin(resort.wish(), last, null);
            }
        }
    }

    /**
     * Puts an end to a job, if there is one that is not over.
     *
     * @return false: there is none
     * @throws FacilityException UNSUPPORTED: the engine is at it and cannot be interrupted, or not now
     */
    public boolean cancel(JobId job) throws FacilityException {
        for (Undertaking undertaking : underway.values()) {
            if (undertaking.job().equals(job)) {
                giveUp(undertaking);
                return true;
            }
        }
        return false;
    }

    private static void giveUp(Undertaking undertaking) throws FacilityException {
        String attempt = "Cannot give up to " + undertaking.name();
        try {
            if (!undertaking.cancel("Gave up to " + undertaking.name() + ": someone wished its end")) {
                throw new FacilityException(
                        Reason.UNSUPPORTED, attempt + ": the engine is at it and cannot be interrupted");
            }
        } catch (HypervisorException e) {
            // to the caller it is the engine's to say whether it can end it
            throw new FacilityException(Reason.UNSUPPORTED, attempt + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void observe(HypervisorEvent event, long ticket) {
        if (event instanceof DomainEvent about) {
            SystemId id = new SystemId(about.id().uuid());
            Undertaking present = underway.get(id);
            if (present != null) {
                present.observe(event, ticket, view.domain(id));
            }
        } else {
            underway.forEach((id, present) -> present.observe(null, ticket, view.domain(id)));
        }
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private final class Reports implements Undertaking.Surroundings {
        @Override
        public long begins(Undertaking undertaking) {
            jobs.start(undertaking.job());
            return view.lastTicket();
        }

        @Override
        public void reached(Undertaking undertaking, int percent, @Nullable Duration remaining) {
            jobs.progress(undertaking.job(), percent, remaining);
        }

        @Override
        public @Nullable Domain returned(Undertaking undertaking) {
            try {
                view.refresh(undertaking.id());
            } catch (HypervisorException e) {
                // what the engine did it also tells by an event, or by a gap when it answers again
                return view.domain(undertaking.id());
            }
            return view.domain(undertaking.id());
        }

        @Override
        public void fails(Undertaking undertaking) {
            // what failed before its caller was answered has never been accepted
            if (jobs.isHidden(undertaking.job())) {
                view.mark(undertaking.id(), system -> holds(undertaking) ? undertaking.withdraw(system) : system);
            }
        }

        @Override
        public void leaves(Undertaking undertaking) {
            if (underway.remove(undertaking.id(), undertaking)) {
                view.mark(undertaking.id(), system -> marked(system, undertaking));
            }
        }

        @Override
        public void ends(Undertaking undertaking, JobState how, @Nullable FacilityException why) {
            jobs.end(undertaking.job(), how, why);
        }
    }
}
