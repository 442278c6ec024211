package org.telvirt.providers.job;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.provider.InstanceProvider;

/** Answers for jobs. Safe for use by many threads. */
final class JobProvider implements InstanceProvider {
    private final Jobs jobs;
    private final InstantSource clock;

    JobProvider(Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public CimName className() {
        return JobNames.TELVIRT_CONCRETE_JOB;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        Instant now = clock.instant();
        return CimCursor.of(jobs.all()).map(job -> JobMapper.toInstance(job, now));
    }

    @Override
    public CimCursor<CimInstancePath> enumeratePaths(CallContext context) {
        return CimCursor.of(jobs.all()).map(job -> JobMapper.path(job.id()));
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        Job job = find(path);
        return job == null ? null : JobMapper.toInstance(job, clock.instant());
    }

    /** The job at this path; null: there is none. */
    @Nullable
    Job find(CimInstancePath path) {
        JobId id = JobMapper.id(path);
        return id == null ? null : jobs.job(id);
    }
}
