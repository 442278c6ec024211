package org.telvirt.facility.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobKeeper;
import org.telvirt.facility.job.JobTable;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.Hypervisor;

/** What a facility writes down of its work. Safe for use by many threads. */
public final class FacilityJournal implements AutoCloseable {
    private final Intents intents;
    private final JobRecords records;
    private final FacilityThreads threads;
    private final InstantSource clock;

    public FacilityJournal(DurableTexts texts, FacilityThreads threads, InstantSource clock) {
        this.intents = new Intents(texts, threads.timer());
        this.records = new JobRecords(texts);
        this.threads = threads;
        this.clock = clock;
    }

    /** Keeps the jobs. */
    public JobKeeper jobs() {
        return records;
    }

    /**
     * An engine whose work is written down.
     *
     * @param names what domains are called; null: nobody knows
     */
    public JournaledEngine around(Hypervisor engine, Function<DomainId, @Nullable String> names) {
        return new JournaledEngine(engine, new Pen(intents, clock, names));
    }

    /**
     * Takes up what a process before this one left: jobs that ended stay for what is left of their time, and those that had
     * not, and whatever else had begun, are looked after.
     *
     * @param engine itself, not one that is written down
     * @param retention how long jobs can be seen after their end
     * @throws FacilityException INTERNAL: what was written cannot be read
     */
    public void recover(JobTable jobs, Hypervisor engine, Duration retention) throws FacilityException {
        try {
            List<Intent> open = new ArrayList<>(intents.open());
            List<Job> kept = records.read();
            Recovery recovery = new Recovery(jobs, intents, engine, threads, clock);
            for (Job job : kept) {
                Instant ended = job.ended();
                if (ended == null) {
                    takeUp(recovery, job, open);
                } else if (ended.plus(retention).isAfter(clock.instant())) {
                    jobs.restore(job);
                } else {
                    records.forget(job.id());
                }
            }
            open.forEach(intent -> recovery.take(intent, null));
        } catch (IOException e) {
            throw new FacilityException(
                    Reason.INTERNAL, "Cannot read what was under way before the restart: " + e.getMessage(), e);
        }
    }

    /** The intent that a job was about is the last one of its system. */
    private static void takeUp(Recovery recovery, Job job, List<Intent> open) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Intent intent = open.get(i);
            boolean isOf = job.subject() != null
                    && job.subject().uuid().equals(intent.subject().uuid());
            if (isOf && !intent.begun().isBefore(job.created())) {
                open.remove(i);
                recovery.take(intent, job);
                return;
            }
        }
        recovery.giveUp(job);
    }

    /** Writes what has ended; to be called when nothing is begun any more. */
    @Override
    public void close() {
        intents.close();
    }
}
