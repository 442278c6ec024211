package org.telvirt.facility.journal;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.FacilityThreads;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobKeeper;
import org.telvirt.facility.job.JobTable;
import org.telvirt.facility.journal.Intent.Kind;
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
     * @throws FacilityException INTERNAL: what was written cannot be read
     */
    public void recover(JobTable jobs, Hypervisor engine) throws FacilityException {
        try {
            List<Intent> open = withoutSteps(intents.open());
            List<Job> kept = records.read();
            Recovery recovery = new Recovery(jobs, intents, engine, threads, clock);
            for (Job job : kept) {
                Instant ended = job.ended();
                if (ended == null) {
                    takeUp(recovery, job, open);
                } else if (!job.retention().isOver(ended, clock.instant())) {
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

    /** Those that are not the steps of a destruction, which looks after them itself. */
    private List<Intent> withoutSteps(List<Intent> all) {
        List<Intent> whole = new ArrayList<>();
        for (Intent intent : all) {
            if (all.stream().anyMatch(other -> isStep(intent, other))) {
                intents.end(intent);
            } else {
                whole.add(intent);
            }
        }
        return whole;
    }

    private static boolean isStep(Intent intent, Intent of) {
        return of.kind() == Kind.DESTROY
                && intent.kind() != Kind.DESTROY
                && intent.subject().equals(of.subject())
                && !intent.begun().isBefore(of.begun());
    }

    /** The intent that a job was about is the last one of its system, or the one of which the others are steps. */
    private static void takeUp(Recovery recovery, Job job, List<Intent> open) {
        Optional<Intent> intent = open.stream()
                .filter(one -> isOf(job, one))
                .max(Comparator.comparing(Intent::isWhole).thenComparing(Intent::begun));
        if (intent.isPresent()) {
            open.remove(intent.get());
            recovery.take(intent.get(), job);
        } else {
            recovery.giveUp(job);
        }
    }

    private static boolean isOf(Job job, Intent intent) {
        SystemId subject = job.subject();
        return subject != null
                && subject.uuid().equals(intent.subject().uuid())
                && !intent.begun().isBefore(job.created());
    }

    /** Writes what has ended; to be called when nothing is begun any more. */
    @Override
    public void close() {
        intents.close();
    }
}
