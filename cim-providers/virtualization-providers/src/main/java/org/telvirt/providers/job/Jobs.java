package org.telvirt.providers.job;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;

/**
 * The jobs of the facility, and those that stand for method calls that were refused, which are kept as long as a
 * finished job, but never more than {@value #MOST_REFUSED}. Safe for use by many threads.
 */
public final class Jobs {
    private static final int MOST_REFUSED = 1000;

    private final VirtualizationFacility facility;
    private final InstantSource clock;
    private final Map<JobId, Job> refused = new LinkedHashMap<>();
    private final Map<JobId, CimInstancePath> created = new LinkedHashMap<>();

    public Jobs(VirtualizationFacility facility, InstantSource clock) {
        this.facility = facility;
        this.clock = clock;
    }

    /** Keeps a call that was refused, as a job that failed as soon as it began. */
    Job refuse(String call, @Nullable SystemId subject, FacilityException why) {
        Instant now = clock.instant();
        Job job = new Job(new JobId(UUID.randomUUID()), call, JobState.FAILED, 0, now, now, now, now, subject, why);
        synchronized (refused) {
            refused.put(job.id(), job);
            forgetOld(now);
        }
        return job;
    }

    /** Notes that a job makes an instance. */
    void creates(JobId job, CimInstancePath path) {
        synchronized (created) {
            created.put(job, path);
            created.keySet().removeIf(old -> !old.equals(job) && facility.job(old) == null);
        }
    }

    /** The instance that a job makes or has made; null: none. */
    @Nullable
    CimInstancePath createdBy(JobId job) {
        synchronized (created) {
            return created.get(job);
        }
    }

    /** The jobs that make or have made this instance. */
    List<JobId> makersOf(CimInstancePath path) {
        synchronized (created) {
            return created.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(path))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** All jobs: the facility's, then the refused calls, each oldest first. */
    List<Job> all() {
        List<Job> jobs = new ArrayList<>(facility.jobs());
        Instant now = clock.instant();
        synchronized (refused) {
            forgetOld(now);
            jobs.addAll(refused.values());
        }
        return jobs;
    }

    /** One job; null: there is none. */
    @Nullable
    Job job(JobId id) {
        Instant now = clock.instant();
        synchronized (refused) {
            forgetOld(now);
            Job job = refused.get(id);
            if (job != null) {
                return job;
            }
        }
        return facility.job(id);
    }

    private void forgetOld(Instant now) {
        Instant oldest = now.minus(JobMapper.RETENTION);
        Iterator<Job> jobs = refused.values().iterator();
        while (jobs.hasNext()) {
            Job job = jobs.next();
            if (refused.size() <= MOST_REFUSED && !job.created().isBefore(oldest)) {
                return;
            }
            jobs.remove();
        }
    }
}
