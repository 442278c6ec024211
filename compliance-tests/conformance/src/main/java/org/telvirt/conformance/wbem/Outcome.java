package org.telvirt.conformance.wbem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;

/**
 * What came of a method.
 *
 * @param returnValue the number; -1: none, or an error in its place
 * @param error the status of the error; null: none
 * @param message what the error says; empty: nothing
 * @param outputs the output parameters that are not NULL
 */
public record Outcome(long returnValue, @Nullable CimStatus error, String message, List<CimArgument> outputs) {
    /** Completed. */
    public static final long COMPLETED = 0;
    /** The parameters are checked, and a job has started. */
    public static final long JOB_STARTED = 4096;

    private static final long NONE = -1;

    /** Copies the outputs. */
    public Outcome {
        outputs = List.copyOf(outputs);
    }

    static Outcome error(CimStatus status, String message) {
        return new Outcome(NONE, status, message, List.of());
    }

    static Outcome of(@Nullable CimValue returnValue, List<CimArgument> outputs) {
        return new Outcome(returnValue instanceof CimValue.Int number ? number.bits() : NONE, null, "", outputs);
    }

    /** Whether the method did, or began, what was asked. */
    public boolean succeeded() {
        return returnValue == COMPLETED || returnValue == JOB_STARTED;
    }

    /** Whether it refused with one of these numbers, or with an error that says the parameters are wrong. */
    public boolean refusedBy(long... numbers) {
        for (long number : numbers) {
            if (number == returnValue) {
                return true;
            }
        }
        return error == CimStatus.INVALID_PARAMETER || error == CimStatus.NOT_SUPPORTED;
    }

    /** An output parameter; null: NULL. */
    public @Nullable CimValue output(String name) {
        for (CimArgument argument : outputs) {
            if (argument.name().is(name)) {
                return argument.value();
            }
        }
        return null;
    }

    /** An output parameter that refers to an instance; null: NULL. */
    public @Nullable CimInstancePath path(String name) {
        return output(name) instanceof CimValue.Reference reference && reference.path() instanceof CimInstancePath path
                ? path
                : null;
    }

    /** An output parameter that refers to instances; empty: NULL. */
    public List<CimInstancePath> paths(String name) {
        return output(name) instanceof CimValue.Array array
                ? array.elements().stream()
                        .filter(CimValue.Reference.class::isInstance)
                        .map(CimValue.Reference.class::cast)
                        .map(CimValue.Reference::path)
                        .filter(CimInstancePath.class::isInstance)
                        .map(CimInstancePath.class::cast)
                        .toList()
                : List.of();
    }

    @Override
    public String toString() {
        return error == null ? String.valueOf(returnValue) : "error " + error + " (" + message + ")";
    }

    /** An argument of this value. */
    public static CimArgument argument(String name, @Nullable CimValue value) {
        return new CimArgument(CimName.of(name), null, value);
    }
}
