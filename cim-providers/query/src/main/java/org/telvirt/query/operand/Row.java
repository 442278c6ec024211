package org.telvirt.query.operand;

import org.telvirt.cim.CimValue;

/** The row itself, as an object. */
public record Row() implements Operand {
    @Override
    public CimValue value(Frame frame) {
        return new CimValue.Embedded(frame.row());
    }
}
