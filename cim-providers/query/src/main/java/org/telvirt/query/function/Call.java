package org.telvirt.query.function;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Operand;

/** A function of these arguments; NULL if one of them is. */
public record Call(Function function, List<Operand> arguments) implements Operand {
    /** Copies the arguments. */
    public Call {
        arguments = List.copyOf(arguments);
    }

    @Override
    public @Nullable CimValue value(Frame frame) {
        List<CimValue> values = new ArrayList<>(arguments.size());
        for (Operand argument : arguments) {
            CimValue value = argument.value(frame);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return function.body().apply(values, frame);
    }
}
