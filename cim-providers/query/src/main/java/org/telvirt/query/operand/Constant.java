package org.telvirt.query.operand;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;

/** The same value on every row. */
public record Constant(@Nullable CimValue constant) implements Operand {
    @Override
    public @Nullable CimValue value(Frame frame) {
        return constant;
    }
}
