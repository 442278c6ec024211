package org.telvirt.providers.job;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.Retention;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.providers.element.ReturnValues;

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

    /** DeleteOnCompletion and TimeBeforeRemoval, before its end and after it. */
    @Override
    public void modify(CimInstance changes, CallContext context) throws CimException {
        Job job = require(Objects.requireNonNull(changes.path()));
        CimInstance present = JobMapper.toInstance(job, clock.instant());
        Retention retention = job.retention();
        for (CimProperty property : changes.properties()) {
            if (!Objects.equals(property.value(), present.value(property.name()))) {
                retention = changed(retention, property);
            }
        }
        try {
            jobs.retain(job.id(), retention);
        } catch (FacilityException e) {
            throw new CimException(ReturnValues.status(e.reason()), e.getMessage());
        }
    }

    private static Retention changed(Retention present, CimProperty property) throws CimException {
        CimName name = property.name();
        if (name.equals(JobNames.DELETE_ON_COMPLETION) && property.value() instanceof CimValue.Bool wish) {
            return new Retention(present.after(), wish.value());
        } else if (!name.equals(JobNames.TIME_BEFORE_REMOVAL)) {
            throw CimException.invalidParameter(name + " of a job cannot be set so; DeleteOnCompletion and"
                    + " TimeBeforeRemoval can, and RequestStateChange ends it");
        } else if (property.value() instanceof CimValue.DateTime wish
                && wish.value().isInterval()
                && wish.value().toDuration().compareTo(Retention.LONGEST) <= 0) {
            return new Retention(wish.value().toDuration(), present.automatic());
        }
        throw CimException.invalidParameter("TimeBeforeRemoval " + property.value() + " is no interval of at most "
                + Retention.LONGEST.toDays() + " days; with DeleteOnCompletion false a job stays until it is deleted");
    }

    /** One that is over. */
    @Override
    public void delete(CimInstancePath path, CallContext context) throws CimException {
        try {
            jobs.remove(require(path).id());
        } catch (FacilityException e) {
            throw new CimException(ReturnValues.status(e.reason()), e.getMessage());
        }
    }

    private Job require(CimInstancePath path) throws CimException {
        Job job = find(path);
        if (job == null) {
            throw CimException.notFound(path);
        }
        return job;
    }

    /** The job at this path; null: there is none. */
    @Nullable
    Job find(CimInstancePath path) {
        JobId id = JobMapper.id(path);
        return id == null ? null : jobs.job(id);
    }
}
