package org.telvirt.facility.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.facility.job.JobTable;
import org.telvirt.facility.journal.Finding.Verdict;
import org.telvirt.facility.journal.Intent.Kind;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.work.Progress;

/**
 * What a process before this one had begun and not ended, each as a job: it looks what has become of it, waits while the
 * engine is still at it, which our end does not stop, finishes or takes back what was done by half, and then says what is
 * so. Safe for use by many threads.
 */
final class Recovery {
    /** How long the engine may still be at something of which it tells no progress. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(3);

    private static final Duration LONG_PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    /** How long it is asked again and again if it does not answer at all. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final String INTERRUPTED = "Interrupted by a restart of Telvirt: ";

    private final JobTable jobs;
    private final Intents intents;
    private final Hypervisor engine;
    private final Inquiry inquiry;
    private final Repair repair;
    private final FacilityThreads threads;
    private final InstantSource clock;
    private final Instant began;

    /**
     * @param engine itself: what is done here is not written down again
     */
    Recovery(JobTable jobs, Intents intents, Hypervisor engine, FacilityThreads threads, InstantSource clock) {
        this.jobs = jobs;
        this.intents = intents;
        this.engine = engine;
        this.inquiry = new Inquiry(engine);
        this.repair = new Repair(engine, clock);
        this.threads = threads;
        this.clock = clock;
        this.began = clock.instant();
    }

    /**
     * Takes up an intent.
     *
     * @param known the job that told of it; null: its caller still waited
     */
    void take(Intent intent, @Nullable Job known) {
        Job job = known == null ? job(intent) : known;
        jobs.restore(job);
        jobs.start(job.id());
        soon(Duration.ZERO, () -> look(intent, job.id(), began));
    }

    private static Job job(Intent intent) {
        // a system that may never have been defined is no subject
        SystemId subject = intent.kind() == Kind.DEFINE ? null : system(intent.subject());
        return new Job(
                new JobId(intent.id()),
                intent.name(),
                JobState.NEW,
                0,
                intent.begun(),
                null,
                null,
                intent.begun(),
                subject,
                null);
    }

    private static SystemId system(DomainId id) {
        return new SystemId(id.uuid());
    }

    /** Takes up a job that waited for a guest, or for its turn: nobody waits any more. */
    void giveUp(Job job) {
        jobs.restore(job);
        soon(Duration.ZERO, () -> fail(job.id(), stateOf(job.subject())));
    }

    private String stateOf(@Nullable SystemId subject) {
        if (subject == null) {
            return "look at what it was about";
        }
        try {
            return "it is "
                    + ActionWords.of(engine.domain(new DomainId(subject.uuid())).state());
        } catch (HypervisorException e) {
            return e.getMessage();
        }
    }

    private void soon(Duration delay, Runnable look) {
        try {
            if (delay.isZero()) {
                threads.jobs().execute(look);
            } else {
                var unused = threads.timer()
                        .schedule(() -> soon(Duration.ZERO, look), delay.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (RejectedExecutionException e) {
            // the facility is closing; the next start finds the same
        }
    }

    /**
     * @param atIt when the engine was last seen to be at it, or when we began
     */
    private void look(Intent intent, JobId job, Instant atIt) {
        try {
            Finding finding = inquiry.look(intent);
            boolean isSettled = finding.verdict() == Verdict.DONE || !mayGoOn(intent, job);
            if (isSettled) {
                conclude(intent, job, repair.after(intent, finding));
            } else {
                Instant now = clock.instant();
                soon(LOOK_AGAIN, () -> look(intent, job, now));
            }
        } catch (HypervisorException e) {
            if (Duration.between(atIt, clock.instant()).compareTo(SILENCE) < 0) {
                soon(LOOK_AGAIN.multipliedBy(4), () -> look(intent, job, atIt));
            } else {
                conclude(intent, job, Finding.unknown(e.getMessage()));
            }
        }
    }

    private boolean mayGoOn(Intent intent, JobId job) {
        Progress progress = progress(intent.subject());
        if (progress != null) {
            Integer percent = progress.percent();
            jobs.progress(job, percent == null ? 0 : percent);
            return true;
        }
        return passed().compareTo(patience(intent.kind())) < 0;
    }

    private Duration passed() {
        return Duration.between(began, clock.instant());
    }

    private static Duration patience(Kind kind) {
        return switch (kind) {
            case DEFINE, REDEFINE, SET_NEXT, UNDEFINE, BACKUP, CHECKPOINT_DELETE -> SHORT_PATIENCE;
            default -> LONG_PATIENCE;
        };
    }

    private @Nullable Progress progress(DomainId subject) {
        try {
            return engine.work().progress(subject);
        } catch (HypervisorException e) {
            return null; // gone, or nobody can tell
        }
    }

    private void conclude(Intent intent, JobId job, Finding finding) {
        if (finding.verdict() == Verdict.DONE) {
            jobs.describe(job, INTERRUPTED + finding.message());
            jobs.end(job, JobState.COMPLETED, null);
        } else {
            fail(job, finding.message());
        }
        intents.end(intent);
    }

    private void fail(JobId job, String now) {
        jobs.end(job, JobState.FAILED, new FacilityException(Reason.INTERRUPTED, INTERRUPTED + now));
    }
}
