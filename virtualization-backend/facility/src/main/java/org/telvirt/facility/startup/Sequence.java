package org.telvirt.facility.startup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.job.JobTable;
import org.telvirt.facility.startup.StartOrder.Step;

/** Steps one after the other, each when the one before it has ended, however it did; a job shows how far they are. */
final class Sequence {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final List<Step> steps;
    private final Deed deed;
    private final JobTable jobs;
    private final JobId job = new JobId(UUID.randomUUID());
    private final FacilityThreads threads;
    private final Runnable after;
    private final List<String> failures = new ArrayList<>(); // by the one step that runs
    private final CountDownLatch over = new CountDownLatch(1);

    /** What is done in a step. */
    interface Deed {
        /** Begins it; may take as long as a caller of the facility waits. */
        void begin(Step step) throws FacilityException;

        /**
         * How it stands.
         *
         * @return null: it goes on; empty: it is done; else why it failed
         */
        @Nullable
        String outcome(Step step);
    }

    /**
     * @param after is done when all is over
     */
    Sequence(List<Step> steps, Deed deed, JobTable jobs, FacilityThreads threads, Runnable after) {
        this.steps = steps;
        this.deed = deed;
        this.jobs = jobs;
        this.threads = threads;
        this.after = after;
    }

    /**
     * Begins.
     *
     * @param name of the job, such as {@code Start 3 virtual systems with the host}
     */
    void begin(String name, InstantSource clock) {
        Instant now = clock.instant();
        jobs.restore(new Job(job, name, JobState.NEW, 0, now, null, null, now, null, null));
        jobs.start(job);
        goOn(0);
    }

    /** Waits for the end; false: it did not come in time. */
    boolean await(Duration patience) throws InterruptedException {
        return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void goOn(int index) {
        if (index == steps.size()) {
            end();
            return;
        }
        Step step = steps.get(index);
        after(step.delay(), () -> perform(index));
    }

    private void after(Duration delay, Runnable then) {
        try {
            if (delay.isZero()) {
                threads.jobs().execute(then);
            } else {
                var unused = threads.timer()
                        .schedule(() -> after(Duration.ZERO, then), delay.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (RejectedExecutionException e) {
            over.countDown(); // the facility is closing
        }
    }

    private void perform(int index) {
        Step step = steps.get(index);
        try {
            deed.begin(step);
        } catch (FacilityException e) {
            failures.add(e.getMessage());
            next(index);
            return;
        }
        watch(index);
    }

    private void watch(int index) {
        String outcome = deed.outcome(steps.get(index));
        if (outcome == null) {
            after(LOOK_AGAIN, () -> watch(index));
            return;
        }
        if (!outcome.isEmpty()) {
            failures.add(outcome);
        }
        next(index);
    }

    private void next(int index) {
        jobs.progress(job, (index + 1) * 100 / steps.size());
        goOn(index + 1);
    }

    private void end() {
        if (failures.isEmpty()) {
            jobs.end(job, JobState.COMPLETED, null);
        } else {
            String all = failures.size() + " of " + steps.size() + " failed: " + String.join("; ", failures);
            jobs.end(job, JobState.FAILED, new FacilityException(Reason.INTERNAL, all));
        }
        after.run();
        over.countDown();
    }
}
