package org.telvirt.cim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that a class declares.
 *
 * @param classOrigin the class that introduced it; null: not resolved or not said
 * @param propagated whether it is inherited unchanged
 */
public record CimMethod(
        CimName name,
        CimDataType returnType,
        List<CimParameter> parameters,
        List<CimQualifier> qualifiers,
        @Nullable CimName classOrigin,
        boolean propagated)
        implements Qualified {

    /** Copies the lists. */
    public CimMethod {
        parameters = List.copyOf(parameters);
        qualifiers = List.copyOf(qualifiers);
    }

    /** The parameter of this name; null: there is none. */
    public @Nullable CimParameter parameter(CimName parameterName) {
        for (CimParameter parameter : parameters) {
            if (parameter.name().equals(parameterName)) {
                return parameter;
            }
        }
        return null;
    }
}
