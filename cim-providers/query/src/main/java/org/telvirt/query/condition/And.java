package org.telvirt.query.condition;

import java.util.List;
import org.telvirt.query.operand.Frame;

/** FALSE if one is FALSE, TRUE if all are TRUE, else UNKNOWN. */
public record And(List<Condition> operands) implements Condition {
    /** Copies the operands. */
    public And {
        operands = List.copyOf(operands);
    }

    @Override
    public Truth test(Frame frame) {
        Truth result = Truth.TRUE;
        for (Condition operand : operands) {
            Truth truth = operand.test(frame);
            if (truth == Truth.FALSE) {
                return Truth.FALSE;
            } else if (truth == Truth.UNKNOWN) {
                result = Truth.UNKNOWN;
            }
        }
        return result;
    }
}
