package org.telvirt.query.condition;

import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Operand;

/** Whether a value is NULL; never UNKNOWN. */
public record IsNull(Operand operand) implements Condition {
    @Override
    public Truth test(Frame frame) {
        return Truth.of(operand.value(frame) == null);
    }
}
