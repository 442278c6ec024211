package org.telvirt.providers.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.Outcome;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.job.Job;
import org.telvirt.providers.element.Namespaces;

/** Answers method calls: done, going on as a job, or refused. Safe for use by many threads. */
public final class Answers {
    private static final int COMPLETED = 0;
    private static final int JOB_STARTED = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Jobs jobs;
    private final JobOwner owner;

    /** Those of the methods of one service. */
    public Answers(Jobs jobs, JobOwner owner) {
        this.jobs = jobs;
        this.owner = owner;
    }

    /** It is done, with these results. */
    public static MethodResult completed(CimArgument... outputs) {
        return new MethodResult(CimValues.uint32(COMPLETED), List.of(outputs));
    }

    /** It is done, or goes on as a job. */
    public static MethodResult of(Outcome outcome) {
        return outcome instanceof Outcome.Underway underway ? withJob(JOB_STARTED, underway.job()) : completed();
    }

    /** It goes on as a job, which makes an instance at this path. */
    public MethodResult creating(Outcome.Underway underway, CimInstancePath created) {
        jobs.creates(underway.job().id(), created);
        return of(underway);
    }

    /**
     * It was refused. The Job parameter names a job that is over and says why; there is a line in the log as well.
     *
     * @param call what was called on what, for people
     * @param subject the virtual system that it was about; null: none
     * @param returnValue the method's number for the reason
     */
    public MethodResult refused(
            CallContext context, String call, @Nullable SystemId subject, int returnValue, FacilityException why) {
        log(context, call, returnValue, why);
        return withJob(returnValue, jobs.refuse(owner, call, subject, why));
    }

    /** It was refused by a method that has no Job parameter; the log says why. */
    public static MethodResult refused(CallContext context, String call, int returnValue, FacilityException why) {
        log(context, call, returnValue, why);
        return new MethodResult(CimValues.uint32(returnValue), List.of());
    }

    private static void log(CallContext context, String call, int returnValue, FacilityException why) {
        if (why.reason() == Reason.INTERNAL) {
            LOG.warn("[{}] {} by {} failed ({})", context.requestId(), call, context.user(), returnValue, why);
        } else {
            String message = why.getMessage();
            LOG.info("[{}] {} by {} refused ({}): {}", context.requestId(), call, context.user(), returnValue, message);
        }
    }

    private static MethodResult withJob(int returnValue, Job job) {
        CimInstancePath path = JobMapper.path(job.id()).in(Namespaces.VIRT);
        CimArgument argument = new CimArgument(
                JobNames.JOB, CimDataType.referenceTo(JobNames.CIM_CONCRETE_JOB), CimValues.reference(path));
        return new MethodResult(CimValues.uint32(returnValue), List.of(argument));
    }
}
