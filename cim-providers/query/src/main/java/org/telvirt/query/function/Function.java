package org.telvirt.query.function;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Kind;

/**
 * A function of CQL. Of NULL every one gives NULL.
 *
 * @param name as DSP0202 writes it
 * @param parameters what kinds each argument may be of
 * @param result the type of what it gives
 */
public record Function(String name, List<Set<Kind>> parameters, CimType result, Body body) {
    /** What it does. */
    @FunctionalInterface
    interface Body {
        /** The result for arguments that are not NULL; null: NULL. */
        @Nullable
        CimValue apply(List<CimValue> arguments, Frame frame);
    }

    /** What a function of one argument does. */
    @FunctionalInterface
    interface Step {
        /** The result for an argument that is not NULL; null: NULL. */
        @Nullable
        CimValue apply(CimValue argument);
    }

    /** Copies the parameters. */
    public Function {
        parameters = List.copyOf(parameters);
    }

    static Function of(String name, Set<Kind> parameter, CimType result, Step step) {
        return new Function(name, List.of(parameter), result, (arguments, frame) -> step.apply(arguments.get(0)));
    }

    static Function of(String name, Kind parameter, CimType result, Step step) {
        return of(name, Set.of(parameter), result, step);
    }
}
