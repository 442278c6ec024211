package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.List;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Demands;
import org.telvirt.conformance.clause.Demands.Way;
import org.telvirt.conformance.clause.Elements;
import org.telvirt.conformance.clause.Profile;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.specimen.SystemState;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.Outcome;

/** DSP1103 Job Control. */
final class JobClauses {
    private static final Elements JOBS = Elements.every("CIM_ConcreteJob");
    private static final long COMPLETED = 7;
    private static final long EXCEPTION = 10;
    private static final long OK = 2;
    private static final long INVALID_TRANSITION = 4097;
    private static final long INVALID_PARAMETER = 5;
    private static final long ALL_DONE = 100;

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1103 CIM_ConcreteJob",
                    "every job has its mandatory properties and an identifier OrgID:LocalID",
                    Demands.all(JobClauses::work, JobClauses::properties, Demands.identified(JOBS))),
            Clause.of(
                    "DSP1103 CIM_OwningJobElement",
                    "every job is owned by one element",
                    Demands.toOne(
                            JOBS,
                            new Way("CIM_OwningJobElement", "OwnedElement", "OwningElement", "CIM_ManagedElement"))),
            Clause.of(
                    "DSP1103 CIM_ConcreteJob",
                    "a job that failed is in Exception with a status that is not OK and errors; one that completed is at 100 percent"
                            + " without errors",
                    JobClauses::ends),
            Clause.of("DSP1103 RequestStateChange", "a job that is over cannot be terminated", JobClauses::overIsOver));

    private JobClauses() {}

    /** Demanded wherever there are jobs, for servers have them without registering the profile. */
    static Profile profile() {
        return new Profile("DSP1103", "", false, CLAUSES);
    }

    private static void properties(Subject subject, Findings findings) throws CimException {
        for (CimInstance job : JOBS.of(subject)) {
            Demands.nonNull(
                    job,
                    findings,
                    "InstanceID",
                    "Name",
                    "JobState",
                    "OperationalStatus",
                    "TimeBeforeRemoval",
                    "PercentComplete",
                    "DeleteOnCompletion");
        }
    }

    /** Something that makes jobs, one that fails among them. */
    private static void work(Subject subject, Findings findings) throws CimException {
        subject.populate();
        try (Specimen specimen = subject.laboratory().small()) {
            specimen.request(SystemState.PAUSED.enabledState());
            specimen.bring(SystemState.ACTIVE);
        }
    }

    private static void ends(Subject subject, Findings findings) throws CimException {
        for (CimInstance job : JOBS.of(subject)) {
            Long state = job.number(CimName.of("JobState"));
            List<Long> status = Demands.numbers(job, "OperationalStatus");
            Outcome errors = subject.server().invoke(path(job), "GetErrors");
            int count = errors.output("Errors") instanceof CimValue.Array array
                    ? array.elements().size()
                    : 0;
            if (state != null && state == EXCEPTION) {
                findings.unless(!status.contains(OK), path(job), "is in Exception and its OperationalStatus is OK");
                findings.unless(
                        errors.returnValue() == 0 && count > 0,
                        path(job),
                        "is in Exception, and GetErrors gives " + errors + " with " + count + " errors");
            } else if (state != null && state == COMPLETED) {
                Long percent = job.number(CimName.of("PercentComplete"));
                findings.unless(
                        percent != null && percent == ALL_DONE, path(job), "is completed at " + percent + " percent");
                findings.unless(count == 0, path(job), "is completed, and GetErrors gives " + count + " errors");
            }
        }
    }

    private static void overIsOver(Subject subject, Findings findings) throws CimException {
        for (CimInstance job : JOBS.of(subject)) {
            Long state = job.number(CimName.of("JobState"));
            if (state != null && state >= COMPLETED && state <= EXCEPTION) {
                Outcome outcome = subject.server()
                        .invoke(
                                path(job),
                                "RequestStateChange",
                                Outcome.argument("RequestedState", CimValues.uint16(4)));
                findings.unless(
                        outcome.refusedBy(1, INVALID_PARAMETER, INVALID_TRANSITION),
                        path(job),
                        "is over, and RequestStateChange(4) gives " + outcome);
                return;
            }
        }
    }
}
