package org.telvirt.query.condition;

import org.telvirt.query.operand.Frame;

/** TRUE for FALSE, FALSE for TRUE, UNKNOWN for UNKNOWN. */
public record Not(Condition operand) implements Condition {
    @Override
    public Truth test(Frame frame) {
        return operand.test(frame).not();
    }
}
