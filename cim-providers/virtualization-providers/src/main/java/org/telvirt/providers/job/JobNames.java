package org.telvirt.providers.job;

import org.telvirt.cim.CimName;

/** The classes, properties, methods and parameters of jobs and errors. */
public final class JobNames {
    public static final CimName CIM_CONCRETE_JOB = CimName.of("CIM_ConcreteJob");
    public static final CimName TELVIRT_CONCRETE_JOB = CimName.of("Telvirt_ConcreteJob");

    static final CimName CIM_AFFECTED_JOB_ELEMENT = CimName.of("CIM_AffectedJobElement");
    static final CimName CIM_ERROR = CimName.of("CIM_Error");
    static final CimName CIM_OWNING_JOB_ELEMENT = CimName.of("CIM_OwningJobElement");

    static final CimName DELETE_ON_COMPLETION = CimName.of("DeleteOnCompletion");
    static final CimName ELAPSED_TIME = CimName.of("ElapsedTime");
    static final CimName ERROR_CODE = CimName.of("ErrorCode");
    static final CimName ERROR_DESCRIPTION = CimName.of("ErrorDescription");
    static final CimName JOB_RUN_TIMES = CimName.of("JobRunTimes");
    static final CimName JOB_STATE = CimName.of("JobState");
    static final CimName JOB_STATUS = CimName.of("JobStatus");
    static final CimName PERCENT_COMPLETE = CimName.of("PercentComplete");
    static final CimName START_TIME = CimName.of("StartTime");
    static final CimName TIME_BEFORE_REMOVAL = CimName.of("TimeBeforeRemoval");
    static final CimName TIME_SUBMITTED = CimName.of("TimeSubmitted");

    static final CimName CIM_STATUS_CODE = CimName.of("CIMStatusCode");
    static final CimName ERROR_SOURCE = CimName.of("ErrorSource");
    static final CimName ERROR_SOURCE_FORMAT = CimName.of("ErrorSourceFormat");
    static final CimName ERROR_TYPE = CimName.of("ErrorType");
    static final CimName MESSAGE = CimName.of("Message");
    static final CimName MESSAGE_ID = CimName.of("MessageID");
    static final CimName OWNING_ENTITY = CimName.of("OwningEntity");
    static final CimName PERCEIVED_SEVERITY = CimName.of("PerceivedSeverity");
    static final CimName PROBABLE_CAUSE = CimName.of("ProbableCause");

    static final CimName AFFECTED_ELEMENT = CimName.of("AffectedElement");
    static final CimName AFFECTING_ELEMENT = CimName.of("AffectingElement");
    static final CimName ELEMENT_EFFECTS = CimName.of("ElementEffects");
    static final CimName OWNED_ELEMENT = CimName.of("OwnedElement");
    static final CimName OWNING_ELEMENT = CimName.of("OwningElement");

    static final CimName ERROR = CimName.of("Error");
    static final CimName ERRORS = CimName.of("Errors");
    static final CimName GET_ERROR = CimName.of("GetError");
    static final CimName GET_ERRORS = CimName.of("GetErrors");
    static final CimName JOB = CimName.of("Job");

    private JobNames() {}
}
