package org.telvirt.providers.job;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.facility.job.Job;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.ReturnValues;
import org.telvirt.providers.element.StateChangeReturn;
import org.telvirt.providers.element.SystemPath;

/**
 * RequestStateChange, GetErrors and GetError of jobs. Terminate and Kill both end a job and undo what can be undone.
 * Safe for use by many threads.
 */
final class JobMethods implements MethodProvider {
    private static final long TERMINATE = 4;
    private static final long KILL = 5;
    /** Start, Suspend, Terminate, Kill, Service. */
    private static final Set<Long> STATES = Set.of(2L, 3L, TERMINATE, KILL, 6L);

    private static final int SUCCESS = 0;
    private static final CimArgument ERROR = new CimArgument(
            JobNames.ERROR, CimDataType.of(CimType.STRING).embedding(CimDataType.Embedding.INSTANCE), null);
    private static final CimArgument ERRORS = new CimArgument(
            JobNames.ERRORS, CimDataType.arrayOf(CimType.STRING).embedding(CimDataType.Embedding.INSTANCE), null);

    private final VirtualizationFacility facility;
    private final JobProvider jobs;

    JobMethods(VirtualizationFacility facility, JobProvider jobs) {
        this.facility = facility;
        this.jobs = jobs;
    }

    @Override
    public CimName className() {
        return JobNames.TELVIRT_CONCRETE_JOB;
    }

    @Override
    public Set<CimName> methods() {
        return Set.of(ElementNames.REQUEST_STATE_CHANGE, JobNames.GET_ERROR, JobNames.GET_ERRORS);
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
            throws CimException {
        Job job = target instanceof CimInstancePath path ? jobs.find(path) : null;
        if (job == null) {
            throw CimException.notFound(target);
        } else if (method.equals(ElementNames.REQUEST_STATE_CHANGE)) {
            return requestStateChange(job, arguments, context);
        }
        return method.equals(JobNames.GET_ERROR) ? getError(job) : getErrors(job);
    }

    private MethodResult requestStateChange(Job job, Arguments arguments, CallContext context) throws CimException {
        Long requested = arguments.number(ElementNames.REQUESTED_STATE);
        String call = "RequestStateChange " + requested + " of job '" + job.name() + "'";
        CimDateTime timeout = arguments.dateTime(ElementNames.TIMEOUT_PERIOD);
        if (requested == null || !STATES.contains(requested) || (timeout != null && !timeout.isInterval())) {
            return refused(
                    context,
                    call,
                    StateChangeReturn.INVALID_PARAMETER,
                    "RequestedState is 2 to 6 and TimeoutPeriod an interval");
        } else if (requested != TERMINATE && requested != KILL) {
            return refused(context, call, StateChangeReturn.NOT_SUPPORTED, "4 Terminate and 5 Kill are supported");
        } else if (timeout != null && !timeout.toDuration().isZero()) {
            return refused(context, call, StateChangeReturn.TIMEOUT_NOT_SUPPORTED, "a job ends at once or not at all");
        }
        return cancel(job, call, context);
    }

    private MethodResult cancel(Job job, String call, CallContext context) throws CimException {
        try {
            if (job.isOver()) {
                return refused(context, call, StateChangeReturn.INVALID_TRANSITION, "it is over");
            }
            facility.cancel(job.id());
            return Answers.completed();
        } catch (FacilityException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                throw CimException.notFound(JobMapper.path(job.id()));
            }
            int code = ReturnValues.stateChange(e.reason()).code();
            return Answers.refused(context, call, code, e);
        }
    }

    private static MethodResult refused(CallContext context, String call, StateChangeReturn code, String cause) {
        return Answers.refused(
                context, call, code.code(), new FacilityException(Reason.INVALID_ARGUMENT, call + ": " + cause));
    }

    private static MethodResult getErrors(Job job) {
        CimInstance error = error(job);
        return result(ERRORS, error == null ? null : CimValues.embeddeds(List.of(error)));
    }

    private static MethodResult getError(Job job) {
        CimInstance error = error(job);
        return result(ERROR, error == null ? null : CimValues.embedded(error));
    }

    private static MethodResult result(CimArgument empty, @Nullable CimValue value) {
        List<CimArgument> outputs =
                value == null ? List.of() : List.of(new CimArgument(empty.name(), empty.type(), value));
        return new MethodResult(CimValues.uint32(SUCCESS), outputs);
    }

    private static @Nullable CimInstance error(Job job) {
        FacilityException failure = job.failure();
        SystemId subject = job.subject();
        return failure == null
                ? null
                : ErrorMapper.toInstance(
                        failure, subject == null ? null : SystemPath.of(subject).in(Namespaces.VIRT));
    }
}
