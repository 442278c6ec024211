package org.telvirt.cim.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;

/**
 * What a method gave back. A number that means failure is a result, not an exception.
 *
 * @param returnValue null: void or NULL
 * @param outputs the output parameters that are not NULL; the object manager adds the others
 */
public record MethodResult(@Nullable CimValue returnValue, List<CimArgument> outputs) {
    /** Copies the outputs. */
    public MethodResult {
        outputs = List.copyOf(outputs);
    }
}
