package org.telvirt.query.operand;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;

/** An element of an array, from 0; NULL beyond its ends. */
public record Element(Operand array, Operand index) implements Operand {
    @Override
    public @Nullable CimValue value(Frame frame) {
        if (!(array.value(frame) instanceof CimValue.Array values)
                || !(index.value(frame) instanceof CimValue.Int number)) {
            return null;
        }
        long at = position(number);
        return at >= 0 && at < values.elements().size() ? values.elements().get((int) at) : null;
    }

    /** The number as a signed one; those beyond sint64 are beyond any array too. */
    static long position(CimValue.Int number) {
        return number.type() == CimType.UINT64 && number.bits() < 0 ? Long.MAX_VALUE : number.bits();
    }
}
