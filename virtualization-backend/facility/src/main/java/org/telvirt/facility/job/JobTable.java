package org.telvirt.facility.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.Activity;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.event.FacilityEvent.JobChanged;
import org.telvirt.facility.event.FacilityEvent.JobCreated;
import org.telvirt.facility.event.FacilityEvent.JobRemoved;
import org.telvirt.facility.event.FacilityEvents;

/**
 * The jobs, from their beginning until some time after their end. A job is hidden at first: only when its caller no
 * longer waits for it does anyone else see it. Safe for use by many threads.
 */
public final class JobTable {
    private final int capacity;
    private final Retention retention;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final FacilityEvents events;
    private final JobKeeper keeper;
    private final Object keeping = new Object();
    private final Map<JobId, Slot> slots = new LinkedHashMap<>();

    private static final class Slot {
        private final CountDownLatch over = new CountDownLatch(1);
        private Job job;
        private boolean hidden = true;

        Slot(Job job) {
            this.job = job;
        }
    }

    /**
     * @param capacity how many jobs there may be, hidden ones and those that ended included
     * @param retention how long a job can be seen after its end
     */
    public JobTable(
            int capacity,
            Duration retention,
            InstantSource clock,
            ScheduledExecutorService timer,
            FacilityEvents events) {
        this(capacity, retention, clock, timer, events, JobKeeper.FORGETFUL);
    }

    /**
     * The same with somebody who keeps the jobs that everyone can see.
     */
    public JobTable(
            int capacity,
            Duration retention,
            InstantSource clock,
            ScheduledExecutorService timer,
            FacilityEvents events,
            JobKeeper keeper) {
        this.capacity = capacity;
        this.retention = new Retention(retention, true);
        this.clock = clock;
        this.timer = timer;
        this.events = events;
        this.keeper = keeper;
    }

    /**
     * Takes in a job of a process before this one, which everyone can see; one that is over stays for what is left of its
     * time.
     */
    public void restore(Job job) {
        Slot slot = new Slot(job);
        slot.hidden = false;
        synchronized (this) {
            slots.put(job.id(), slot);
            if (!job.isOver()) {
                events.note(new JobCreated(clock.instant(), job));
            }
        }
        events.flush();
        keep(job.id());
        Instant ended = job.ended();
        if (ended != null) {
            slot.over.countDown();
            forgetLater(job.id());
        }
    }

    /**
     * Makes a hidden job of a transition, whose name says all.
     *
     * @throws FacilityException BUSY: there are too many
     */
    public JobId create(String name, SystemId subject) throws FacilityException {
        return create(name, "", null, subject);
    }

    /**
     * Makes a hidden job.
     *
     * @param description may be empty
     * @param activity null: a transition
     * @throws FacilityException BUSY: there are too many
     */
    public JobId create(String name, String description, @Nullable Activity activity, SystemId subject)
            throws FacilityException {
        Instant now = clock.instant();
        JobId id = new JobId(UUID.randomUUID());
        boolean room;
        synchronized (this) {
            room = slots.size() < capacity || evictOldestEnded();
            if (room) {
                slots.put(
                        id,
                        new Slot(new Job(
                                id,
                                name,
                                description,
                                activity,
                                JobState.NEW,
                                0,
                                null,
                                now,
                                null,
                                null,
                                now,
                                subject,
                                null,
                                retention)));
            }
        }
        events.flush();
        if (!room) {
            throw new FacilityException(
                    Reason.BUSY,
                    "Cannot begin '" + name + "': " + capacity + " jobs are going on, as many as there may be");
        }
        return id;
    }

    /** A job has begun to work. */
    public void start(JobId id) {
        Instant now = clock.instant();
        change(id, job -> job.begun(now));
    }

    /** More is to be said of a job, for people. */
    public void describe(JobId id, String description) {
        change(id, job -> job.withDescription(description));
    }

    /** A job has come so far; nobody can tell how long it will still take. */
    public void progress(JobId id, int percent) {
        progress(id, percent, null);
    }

    /**
     * A job has come so far. Listeners hear of a new percentage, not of a new guess alone.
     *
     * @param remaining how long it will still take; null: nobody can tell
     */
    public void progress(JobId id, int percent, @Nullable Duration remaining) {
        change(id, job -> job.advanced(percent, remaining));
    }

    /**
     * A job ends, unless it has ended already.
     *
     * @param failure null: it did what it was for
     */
    public void end(JobId id, JobState state, @Nullable FacilityException failure) {
        Instant now = clock.instant();
        Slot slot = change(id, job -> job.ended(now, state, failure));
        if (slot != null) {
            keep(id); // before its caller is told
            slot.over.countDown();
            forgetLater(id);
        }
    }

    /**
     * Waits for the end of a hidden job. If it comes, the job is taken out and nobody else ever sees it; if not, everyone
     * sees it from now on. An interrupt ends the waiting.
     */
    public Job await(JobId id, Duration grace) {
        Slot slot = slot(id);
        if (slot == null) {
            throw new IllegalStateException("no hidden job " + id);
        }
        try {
            boolean unused = slot.over.await(grace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Job job = reveal(id, slot);
        keep(id);
        events.flush();
        return job;
    }

    private synchronized Job reveal(JobId id, Slot slot) {
        if (slot.job.isOver()) {
            slots.remove(id);
        } else {
            slot.hidden = false;
            events.note(new JobCreated(clock.instant(), slot.job));
        }
        return slot.job;
    }

    /** Takes out a hidden job that never began. */
    public synchronized void withdraw(JobId id) {
        slots.remove(id);
    }

    /** All jobs that everyone can see, oldest first. */
    public synchronized List<Job> list() {
        return slots.values().stream()
                .filter(slot -> !slot.hidden)
                .map(slot -> slot.job)
                .toList();
    }

    /** One job; null: there is none, or it is hidden. */
    public synchronized @Nullable Job find(JobId id) {
        Slot slot = slots.get(id);
        return slot == null || slot.hidden ? null : slot.job;
    }

    /** Whether a caller still waits for a job that nobody else sees, and it is not over. */
    public synchronized boolean isHidden(JobId id) {
        Slot slot = slots.get(id);
        return slot != null && slot.hidden && !slot.job.isOver();
    }

    private synchronized @Nullable Slot slot(JobId id) {
        return slots.get(id);
    }

    /** Changes a job that is not over; null: it is, or there is none. */
    private @Nullable Slot change(JobId id, UnaryOperator<Job> change) {
        Slot slot = changeUnflushed(id, change);
        events.flush();
        return slot;
    }

    private synchronized @Nullable Slot changeUnflushed(JobId id, UnaryOperator<Job> change) {
        Slot slot = slots.get(id);
        if (slot == null || slot.job.isOver()) {
            return null;
        }
        Job previous = slot.job;
        slot.job = change.apply(previous);
        if (!slot.hidden && !slot.job.saysTheSameAs(previous)) {
            events.note(new JobChanged(clock.instant(), previous, slot.job));
        }
        return slot;
    }

    /** Has a job kept as it is now, if everyone can see it; one at a time, so that an older state never comes last. */
    private void keep(JobId id) {
        synchronized (keeping) {
            Job job = find(id);
            if (job != null) {
                keeper.keep(job);
            }
        }
    }

    /** Not a hidden one, which is taken out by whoever waits for it, nor one that is to stay. */
    private void forgetLater(JobId id) {
        Job job = find(id);
        Instant ended = job == null ? null : job.ended();
        if (job != null && ended != null && job.retention().automatic()) {
            Duration left =
                    Duration.between(clock.instant(), ended.plus(job.retention().after()));
            var unused = timer.schedule(() -> forget(id), left.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Unless its time has been changed since. */
    private void forget(JobId id) {
        synchronized (this) {
            Slot slot = slots.get(id);
            Instant ended = slot == null ? null : slot.job.ended();
            if (slot != null && ended != null && slot.job.retention().isOver(ended, clock.instant())) {
                slots.remove(id);
                keeper.forget(id);
                events.note(new JobRemoved(clock.instant(), slot.job));
            }
        }
        events.flush();
    }

    /**
     * Changes how long a job can be seen after its end, be it over or not.
     *
     * @throws FacilityException NOT_FOUND
     */
    public void retain(JobId id, Retention wish) throws FacilityException {
        synchronized (this) {
            Slot slot = visible(id);
            Job previous = slot.job;
            slot.job = previous.withRetention(wish);
            if (!slot.job.equals(previous)) {
                events.note(new JobChanged(clock.instant(), previous, slot.job));
            }
        }
        keep(id);
        events.flush();
        forgetLater(id);
    }

    /**
     * Takes out a job that is over.
     *
     * @throws FacilityException NOT_FOUND; INVALID_STATE: it is not over
     */
    public void remove(JobId id) throws FacilityException {
        synchronized (this) {
            Slot slot = visible(id);
            if (!slot.job.isOver()) {
                throw new FacilityException(
                        Reason.INVALID_STATE,
                        "Cannot remove job '" + slot.job.name() + "': it is not over; cancel it first");
            }
            slots.remove(id);
            events.note(new JobRemoved(clock.instant(), slot.job));
        }
        synchronized (keeping) {
            keeper.remove(id);
        }
        events.flush();
    }

    private Slot visible(JobId id) throws FacilityException {
        Slot slot = slots.get(id);
        if (slot == null || slot.hidden) {
            throw new FacilityException(Reason.NOT_FOUND, "There is no job " + id);
        }
        return slot;
    }

    private boolean evictOldestEnded() {
        Iterator<Slot> oldest = slots.values().iterator();
        while (oldest.hasNext()) {
            Slot slot = oldest.next();
            if (!slot.hidden && slot.job.isOver()) {
                oldest.remove();
                keeper.forget(slot.job.id());
                events.note(new JobRemoved(clock.instant(), slot.job));
                return true;
            }
        }
        return false;
    }
}
