package org.telvirt.query.condition;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Operand;

/** A condition as a boolean; NULL if it is UNKNOWN. */
public record TruthValue(Condition condition) implements Operand {
    @Override
    public @Nullable CimValue value(Frame frame) {
        Truth truth = condition.test(frame);
        return truth == Truth.UNKNOWN ? null : CimValues.bool(truth == Truth.TRUE);
    }
}
