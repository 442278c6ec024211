package org.telvirt.providers.job;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.job.Job;
import org.telvirt.facility.job.JobId;
import org.telvirt.facility.job.JobState;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;

/** A job of the facility as a CIM_ConcreteJob. */
public final class JobMapper {
    private static final String KIND = "Job";

    private JobMapper() {}

    /** Where the job is. */
    public static CimInstancePath path(JobId id) {
        return CimInstancePath.of(
                JobNames.TELVIRT_CONCRETE_JOB, ElementNames.INSTANCE_ID, OrgId.prefix(KIND + "/" + id));
    }

    /** The job that is at this path; null: it can be none of ours. */
    static @Nullable JobId id(CimInstancePath path) {
        String local = OrgId.local(KIND, path.text(ElementNames.INSTANCE_ID));
        try {
            JobId id = local == null ? null : new JobId(UUID.fromString(local));
            return id != null && id.toString().equals(local) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The job as it is now.
     *
     * @param now which a job that is not over counts its time to
     */
    static CimInstance toInstance(Job job, Instant now) {
        CimInstancePath path = path(job.id());
        FacilityException failure = job.failure();
        return CimInstance.of(JobNames.TELVIRT_CONCRETE_JOB)
                .withKeys(path)
                .with(ElementNames.ELEMENT_NAME, job.name())
                .with(ElementNames.NAME, job.name())
                .with(ElementNames.DESCRIPTION, job.description().isEmpty() ? null : job.description())
                .with(JobNames.JOB_STATE, CimValues.uint16(state(job.state())))
                .with(JobNames.JOB_STATUS, status(job))
                .with(JobNames.PERCENT_COMPLETE, CimValues.uint16(job.percentComplete()))
                .with(JobNames.TIME_SUBMITTED, time(job.created()))
                .with(JobNames.START_TIME, time(job.started()))
                .with(JobNames.ELAPSED_TIME, elapsed(job, now))
                .with(ElementNames.TIME_OF_LAST_STATE_CHANGE, time(job.changed()))
                .with(
                        JobNames.TIME_BEFORE_REMOVAL,
                        CimValues.dateTime(CimDateTime.of(job.retention().after())))
                .with(
                        JobNames.DELETE_ON_COMPLETION,
                        CimValues.bool(job.retention().automatic()))
                .with(JobNames.JOB_RUN_TIMES, CimValues.uint32(1))
                .with(JobNames.ERROR_CODE, CimValues.uint16(failure == null ? 0 : errorCode(failure.reason())))
                .with(JobNames.ERROR_DESCRIPTION, failure == null ? null : failure.getMessage())
                .with(ElementNames.OPERATIONAL_STATUS, operationalStatus(job.state()))
                .with(ElementNames.HEALTH_STATE, CimValues.uint16(job.state() == JobState.FAILED ? 10 : 5))
                .at(path);
    }

    private static @Nullable CimValue time(@Nullable Instant instant) {
        return instant == null ? null : CimValues.dateTime(CimDateTime.of(instant));
    }

    private static @Nullable CimValue elapsed(Job job, Instant now) {
        Instant started = job.started();
        if (started == null) {
            return null;
        }
        Instant ended = job.ended();
        Duration elapsed = Duration.between(started, ended == null ? now : ended);
        return CimValues.dateTime(CimDateTime.of(elapsed.isNegative() ? Duration.ZERO : elapsed));
    }

    /** JobState of the class: 2 New, 4 Running, 7 Completed, 8 Terminated, 10 Exception. */
    static int state(JobState state) {
        return switch (state) {
            case NEW -> 2;
            case RUNNING -> 4;
            case COMPLETED -> 7;
            case TERMINATED -> 8;
            case FAILED -> 10;
        };
    }

    /** What the job is doing, and in the end 17 Completed beside how it ended: 2 OK, 3 Degraded or 6 Error. */
    private static CimValue operationalStatus(JobState state) {
        return switch (state) {
            case NEW, RUNNING -> CimValues.uint16s(2);
            case COMPLETED -> CimValues.uint16s(17, 2);
            case TERMINATED -> CimValues.uint16s(17, 3);
            case FAILED -> CimValues.uint16s(17, 6);
        };
    }

    private static String remaining(@Nullable Duration remaining) {
        return remaining == null ? "" : ", about " + remaining.toSeconds() + " s left";
    }

    private static String status(Job job) {
        return switch (job.state()) {
            case NEW -> "Waiting to start";
            case RUNNING -> job.percentComplete() + " % done" + remaining(job.remaining());
            case COMPLETED -> "Done";
            case TERMINATED -> "Ended by request";
            case FAILED -> "Failed";
        };
    }

    /** A number that stays when reasons are added: the status code of the same meaning, or one of ours from 100. */
    static int errorCode(FacilityException.Reason reason) {
        return switch (reason) {
            case DENIED -> 2;
            case INVALID_ARGUMENT -> 4;
            case NOT_FOUND -> 6;
            case UNSUPPORTED -> 7;
            case ALREADY_EXISTS -> 11;
            case INTERNAL -> 100;
            case INVALID_TRANSITION -> 101;
            case INVALID_STATE -> 102;
            case BUSY -> 103;
            case INSUFFICIENT_RESOURCES -> 104;
            case UNAVAILABLE -> 105;
            case TIMEOUT -> 106;
            case CANCELLED -> 107;
            case INTERRUPTED -> 108;
        };
    }
}
