package org.telvirt.query.condition;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Operand;

/** Whether all elements of an array fulfil a condition: AND over the elements, TRUE if there are none. */
public record EveryElement(Operand array, int variable, Condition condition, Truth ofNull) implements Condition {
    @Override
    public Truth test(Frame frame) {
        if (!(array.value(frame) instanceof CimValue.Array values)) {
            return ofNull;
        }
        Truth result = Truth.TRUE;
        for (@Nullable CimValue element : values.elements()) {
            frame.set(variable, element);
            Truth truth = condition.test(frame);
            if (truth == Truth.FALSE) {
                return Truth.FALSE;
            } else if (truth == Truth.UNKNOWN) {
                result = Truth.UNKNOWN;
            }
        }
        return result;
    }
}
