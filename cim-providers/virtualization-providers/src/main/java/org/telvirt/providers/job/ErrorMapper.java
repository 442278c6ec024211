package org.telvirt.providers.job;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.element.ReturnValues;

/** A failure as a CIM_Error: the words for people, and the numbers for programs. */
final class ErrorMapper {
    private static final int MINOR = 4;
    private static final int MAJOR = 5;
    private static final int OBJECT_PATH = 2;

    private ErrorMapper() {}

    /**
     * The error that says why.
     *
     * @param source the element that the work was about; null: none
     */
    static CimInstance toInstance(FacilityException failure, @Nullable CimInstancePath source) {
        Reason reason = failure.reason();
        return CimInstance.of(JobNames.CIM_ERROR)
                .with(JobNames.OWNING_ENTITY, OrgId.TELVIRT)
                .with(JobNames.MESSAGE_ID, reason.name())
                .with(JobNames.MESSAGE, failure.getMessage())
                .with(JobNames.ERROR_TYPE, CimValues.uint16(type(reason)))
                .with(JobNames.PERCEIVED_SEVERITY, CimValues.uint16(reason == Reason.INTERNAL ? MAJOR : MINOR))
                .with(JobNames.PROBABLE_CAUSE, CimValues.uint16(probableCause(reason)))
                .with(
                        JobNames.CIM_STATUS_CODE,
                        CimValues.uint32(ReturnValues.status(reason).code()))
                .with(JobNames.ERROR_SOURCE, source == null ? null : source.toString())
                .with(JobNames.ERROR_SOURCE_FORMAT, CimValues.uint16(source == null ? 0 : OBJECT_PATH))
                .build();
    }

    /** ErrorType of the class, such as 9 Unavailable Resource Error. */
    private static int type(Reason reason) {
        return switch (reason) {
            case UNAVAILABLE -> 2;
            case TIMEOUT -> 3;
            case ALREADY_EXISTS, INVALID_TRANSITION, INVALID_STATE, INVALID_ARGUMENT, INTERRUPTED, INTERNAL -> 4;
            case DENIED -> 7;
            case INSUFFICIENT_RESOURCES -> 8;
            case NOT_FOUND, BUSY -> 9;
            case UNSUPPORTED -> 10;
            case CANCELLED -> 0;
        };
    }

    /** ProbableCause of the class (ITU-T X.733, M.3100), such as 111 Timeout. */
    private static int probableCause(Reason reason) {
        return switch (reason) {
            case CANCELLED -> 0;
            case UNAVAILABLE -> 7; // Communications Subsystem Failure
            case INVALID_ARGUMENT, UNSUPPORTED -> 8; // Configuration/Customization Error
            case INSUFFICIENT_RESOURCES -> 44; // Resource at or Nearing Capacity
            case INTERNAL -> 47; // Software Error
            case INTERRUPTED -> 48; // Software Program Abnormally Terminated
            case BUSY -> 57; // Underlying Resource Unavailable
            case DENIED -> 65; // Unauthorized Access
            case NOT_FOUND -> 73; // Element Missing
            case ALREADY_EXISTS -> 79; // Identifier Duplication
            case TIMEOUT -> 111;
            case INVALID_TRANSITION, INVALID_STATE -> 129; // Procedural Error
        };
    }
}
