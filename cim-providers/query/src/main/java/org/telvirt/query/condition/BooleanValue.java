package org.telvirt.query.condition;

import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Operand;

/** A boolean as a condition; UNKNOWN if it is NULL or no boolean. */
public record BooleanValue(Operand operand) implements Condition {
    @Override
    public Truth test(Frame frame) {
        return operand.value(frame) instanceof CimValue.Bool bool ? Truth.of(bool.value()) : Truth.UNKNOWN;
    }
}
