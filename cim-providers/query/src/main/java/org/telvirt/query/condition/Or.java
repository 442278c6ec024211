package org.telvirt.query.condition;

import java.util.List;
import org.telvirt.query.operand.Frame;

/** TRUE if one is TRUE, FALSE if all are FALSE, else UNKNOWN. */
public record Or(List<Condition> operands) implements Condition {
    /** Copies the operands. */
    public Or {
        operands = List.copyOf(operands);
    }

    @Override
    public Truth test(Frame frame) {
        Truth result = Truth.FALSE;
        for (Condition operand : operands) {
            Truth truth = operand.test(frame);
            if (truth == Truth.TRUE) {
                return Truth.TRUE;
            } else if (truth == Truth.UNKNOWN) {
                result = Truth.UNKNOWN;
            }
        }
        return result;
    }
}
