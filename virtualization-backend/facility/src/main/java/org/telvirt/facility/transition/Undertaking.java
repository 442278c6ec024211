package org.telvirt.facility.transition;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.transition.Work.Progress;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorException;

/**
 * A piece of work on one virtual system, from being accepted to its end. Its job may end before it does: the engine cannot
 * be interrupted, so what has passed its deadline there keeps its system busy until the engine returns. Safe for use by
 * many threads.
 */
final class Undertaking implements Runnable {
    private final Wish wish;
    private final JobId job;
    private final Work work;
    private final Surroundings surroundings;
    private volatile @Nullable Transition replaced;
    private volatile @Nullable Future<?> deadline;
    private volatile @Nullable String stopped;
    private Phase phase = Phase.QUEUED;
    private boolean givenUp;
    private long begun;
    private @Nullable Progress early;

    /** Where an undertaking is. */
    private enum Phase {
        QUEUED,
        AT_ENGINE,
        WAITING,
        ENDED
    }

    /** What an undertaking tells of itself; called without a lock held. */
    interface Surroundings {
        /** It is the engine's turn; the ticket of the last reading before. */
        long begins(Undertaking undertaking);

        /**
         * It has come so far, from 0 to 100.
         *
         * @param remaining how long it will still take; null: nobody can tell
         */
        void reached(Undertaking undertaking, int percent, @Nullable Duration remaining);

        /** The engine has had its turn; the domain as it is now, or null if it is gone. */
        @Nullable
        Domain returned(Undertaking undertaking);

        /** It will not come to its goal, and its system is not free yet. */
        void fails(Undertaking undertaking);

        /** The system is free again. */
        void leaves(Undertaking undertaking);

        /** Its job is over, if it was not before. */
        void ends(Undertaking undertaking, JobState how, @Nullable FacilityException why);
    }

    Undertaking(Wish wish, JobId job, Work work, Surroundings surroundings) {
        this.wish = wish;
        this.job = job;
        this.work = work;
        this.surroundings = surroundings;
    }

    /** Goes on with the job of another that {@linkplain #handOver hands it over}. */
    Undertaking(Wish wish, Work work, Undertaking before) {
        this(wish, before.job, work, before.surroundings);
        replaced = before.replaced;
    }

    SystemId id() {
        return wish.id();
    }

    String name() {
        return wish.name();
    }

    /** What goes on with the system, as everyone sees it. */
    VirtualSystem mark(VirtualSystem system) {
        return system.withUnderway(wish.transition()).withActivity(wish.activity());
    }

    JobId job() {
        return job;
    }

    /** Whether another may take its place: it waits for the guest, or its job is over and the engine still at it. */
    synchronized boolean canBeOvertaken() {
        return work.isPatient() || givenUp;
    }

    /** The system with what this was asked for, if that is what its caller asked for. */
    VirtualSystem request(VirtualSystem system) {
        if (!wish.requested()) {
            return system;
        }
        replaced = system.requested();
        return system.withRequested(wish.transition());
    }

    /** The system with what was asked for before. */
    VirtualSystem withdraw(VirtualSystem system) {
        return wish.requested() ? system.withRequested(replaced) : system;
    }

    void expireBy(Future<?> timer) {
        deadline = timer;
    }

    @Override
    public void run() {
        if (!begin(surroundings.begins(this))) {
            return;
        }
        try {
            conclude(perform());
        } catch (RuntimeException e) {
            finish(new FacilityException(Reason.INTERNAL, "Cannot " + wish.name() + ": a fault in Telvirt", e));
            throw e;
        }
    }

    private Progress perform() {
        Progress progress;
        try {
            progress = work.perform((percent, remaining) -> surroundings.reached(this, percent, remaining));
        } catch (HypervisorException e) {
            progress = new Progress.Failed(
                    wish.transition() == null ? FacilityErrors.of(e) : FacilityErrors.ofTransition(e));
        }
        Domain domain = surroundings.returned(this);
        if (progress != Progress.WAITING) {
            return progress;
        }
        surroundings.reached(this, 50, null);
        Progress seen = beginWaiting();
        return seen == Progress.WAITING ? work.observe(null, domain) : seen;
    }

    private synchronized boolean begin(long ticket) {
        if (phase != Phase.QUEUED) {
            return false;
        }
        phase = Phase.AT_ENGINE;
        begun = ticket;
        return true;
    }

    private synchronized Progress beginWaiting() {
        if (givenUp) {
            return Progress.DONE;
        }
        phase = Phase.WAITING;
        return early == null ? Progress.WAITING : early;
    }

    /**
     * Something happened to its system.
     *
     * @param event null: it may have been missed
     * @param ticket the last one given when the event came: what came before the engine was asked is not about this
     */
    void observe(@Nullable HypervisorEvent event, long ticket, @Nullable Domain domain) {
        if (concerns(ticket)) {
            Progress progress = work.observe(event, domain);
            if (progress != Progress.WAITING && !keptForLater(progress)) {
                conclude(progress);
            }
        }
    }

    private synchronized boolean concerns(long ticket) {
        return ticket >= begun && (phase == Phase.AT_ENGINE || phase == Phase.WAITING);
    }

    /** The engine's event may be quicker than its answer. */
    private synchronized boolean keptForLater(Progress progress) {
        if (phase == Phase.AT_ENGINE) {
            early = progress;
            return true;
        }
        return false;
    }

    private void conclude(Progress progress) {
        if (progress instanceof Progress.Failed failed) {
            finish(failed.failure());
        } else if (progress == Progress.DONE) {
            finish(null);
        }
    }

    private void finish(@Nullable FacilityException failure) {
        if (leave()) {
            if (failure != null) {
                surroundings.fails(this);
            }
            surroundings.leaves(this);
            String wished = stopped;
            if (failure != null && wished != null) {
                end(JobState.TERMINATED, new FacilityException(Reason.CANCELLED, wished, failure));
            } else {
                end(failure == null ? JobState.COMPLETED : JobState.FAILED, failure);
            }
        }
    }

    private synchronized boolean leave() {
        boolean first = phase != Phase.ENDED;
        phase = Phase.ENDED;
        return first;
    }

    private void end(JobState how, @Nullable FacilityException why) {
        Future<?> timer = deadline;
        if (timer != null) {
            timer.cancel(false);
        }
        surroundings.ends(this, how, why);
    }

    /** Ends the job now; the system stays busy if the engine has not returned. */
    private void giveUp(JobState how, FacilityException why) {
        surroundings.fails(this);
        if (!isAtEngineAndGivenUp() && leave()) {
            surroundings.leaves(this);
        }
        end(how, why);
    }

    private synchronized boolean isAtEngineAndGivenUp() {
        givenUp = true;
        return phase == Phase.AT_ENGINE;
    }

    /** Its deadline has passed. */
    void expire(String message) {
        work.expire();
        giveUp(JobState.FAILED, new FacilityException(Reason.TIMEOUT, message));
    }

    /**
     * Its deadline has passed, and another goes on with its job and its system; whatever the engine still does for it counts
     * no more.
     *
     * @return false: it has ended, or has been given up
     */
    synchronized boolean handOver() {
        if (phase == Phase.ENDED || givenUp) {
            return false;
        }
        givenUp = true;
        phase = Phase.ENDED;
        return true;
    }

    /** It could not be begun. */
    void refuse(FacilityException why) {
        giveUp(JobState.FAILED, why);
    }

    /**
     * Someone wishes its end. It ends at once, or when the engine has ended what it is at.
     *
     * @return false: the engine is at it and cannot be interrupted
     * @throws HypervisorException why the engine cannot end it now
     */
    boolean cancel(String message) throws HypervisorException {
        if (overtake(message)) {
            return true;
        }
        String before = stopped;
        stopped = message;
        boolean isHeard = false;
        try {
            isHeard = work.abort();
            return isHeard;
        } finally {
            stopped = isHeard ? message : before;
        }
    }

    /**
     * Another takes its place, if the engine is not at it.
     *
     * @return whether that was possible
     */
    boolean overtake(String message) {
        if (!work.isPatient() && isAtEngine()) {
            return false;
        }
        giveUp(JobState.TERMINATED, new FacilityException(Reason.CANCELLED, message));
        return true;
    }

    private synchronized boolean isAtEngine() {
        return phase == Phase.AT_ENGINE;
    }
}
