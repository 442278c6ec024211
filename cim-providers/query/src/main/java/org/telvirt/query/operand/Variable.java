package org.telvirt.query.operand;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;

/** The element that a quantifier stands at. */
public record Variable(int index) implements Operand {
    @Override
    public @Nullable CimValue value(Frame frame) {
        return frame.variable(index);
    }
}
