package org.telvirt.query.condition;

import org.telvirt.query.operand.Frame;

/** Whether a condition is TRUE, or FALSE; never UNKNOWN itself (WQL, IS TRUE and IS FALSE). */
public record IsTruth(Condition operand, boolean expected) implements Condition {
    @Override
    public Truth test(Frame frame) {
        return Truth.of(operand.test(frame) == Truth.of(expected));
    }
}
