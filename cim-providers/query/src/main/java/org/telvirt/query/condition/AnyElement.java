package org.telvirt.query.condition;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Operand;

/** Whether an element of an array fulfils a condition: OR over the elements, FALSE if there are none. */
public record AnyElement(Operand array, int variable, Condition condition, Truth ofNull) implements Condition {
    @Override
    public Truth test(Frame frame) {
        if (!(array.value(frame) instanceof CimValue.Array values)) {
            return ofNull;
        }
        Truth result = Truth.FALSE;
        for (@Nullable CimValue element : values.elements()) {
            frame.set(variable, element);
            Truth truth = condition.test(frame);
            if (truth == Truth.TRUE) {
                return Truth.TRUE;
            } else if (truth == Truth.UNKNOWN) {
                result = Truth.UNKNOWN;
            }
        }
        return result;
    }
}
