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
import org.telvirt.facility.job.Retention;

/**
 * The jobs of the facility, and those that stand for method calls that were refused, which are kept as any finished job,
 * but never more than {@value #MOST_REFUSED}. Safe for use by many threads.
 */
public final class Jobs {
    private static final int MOST_REFUSED = 1000;

    private final VirtualizationFacility facility;
    private final InstantSource clock;
    private final Map<JobId, Refused> refused = new LinkedHashMap<>();
    private final Map<JobId, CimInstancePath> created = new LinkedHashMap<>();

    private record Refused(Job job, JobOwner owner) {}

    public Jobs(VirtualizationFacility facility, InstantSource clock) {
        this.facility = facility;
        this.clock = clock;
    }

    /** Keeps a call that was refused, as a job that failed as soon as it began. */
    Job refuse(JobOwner owner, String call, @Nullable SystemId subject, FacilityException why) {
        Instant now = clock.instant();
        Job job = new Job(new JobId(UUID.randomUUID()), call, JobState.FAILED, 0, now, now, now, now, subject, why);
        synchronized (refused) {
            refused.put(job.id(), new Refused(job, owner));
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
            refused.values().forEach(each -> jobs.add(each.job()));
        }
        return jobs;
    }

    /** One job; null: there is none. */
    @Nullable
    Job job(JobId id) {
        Instant now = clock.instant();
        synchronized (refused) {
            forgetOld(now);
            Refused call = refused.get(id);
            if (call != null) {
                return call.job();
            }
        }
        return facility.job(id);
    }

    /** Whose job it is. */
    JobOwner owner(Job job) {
        synchronized (refused) {
            Refused call = refused.get(job.id());
            return call == null ? JobOwner.of(job) : call.owner();
        }
    }

    /**
     * Changes how long a job can be seen after its end.
     *
     * @throws FacilityException NOT_FOUND
     */
    void retain(JobId id, Retention retention) throws FacilityException {
        synchronized (refused) {
            if (refused.computeIfPresent(
                            id, (same, call) -> new Refused(call.job().withRetention(retention), call.owner()))
                    != null) {
                return;
            }
        }
        facility.retainJob(id, retention);
    }

    /**
     * Takes out a job that is over.
     *
     * @throws FacilityException NOT_FOUND; INVALID_STATE: it is not over
     */
    void remove(JobId id) throws FacilityException {
        synchronized (refused) {
            if (refused.remove(id) != null) {
                return;
            }
        }
        facility.removeJob(id);
    }

    private void forgetOld(Instant now) {
        refused.values()
                .removeIf(call -> call.job().retention().isOver(call.job().created(), now));
        Iterator<Refused> oldest = refused.values().iterator();
        while (refused.size() > MOST_REFUSED) {
            oldest.next();
            oldest.remove();
        }
    }
}
