package org.telvirt.query.condition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Operand;

/**
 * Whether two arrays have equal elements, in order or, for bags, in any (DSP0004, qualifier ArrayType). NULL elements
 * equal each other and nothing else.
 */
public record ArrayEquality(Operand left, Operand right, boolean bag, ValueOrder order) implements Condition {
    @Override
    public Truth test(Frame frame) {
        if (!(left.value(frame) instanceof CimValue.Array a) || !(right.value(frame) instanceof CimValue.Array b)) {
            return order.ofNull();
        }
        if (a.elements().size() != b.elements().size()) {
            return Truth.FALSE;
        }
        return Truth.of(bag ? sameBag(a, b) : sameOrder(a, b));
    }

    private boolean sameOrder(CimValue.Array a, CimValue.Array b) {
        for (int i = 0; i < a.elements().size(); i++) {
            if (!same(a.elements().get(i), b.elements().get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameBag(CimValue.Array a, CimValue.Array b) {
        List<@Nullable CimValue> left = new ArrayList<>(b.elements());
        for (@Nullable CimValue element : a.elements()) {
            int found = 0;
            while (found < left.size() && !same(element, left.get(found))) {
                found++;
            }
            if (found == left.size()) {
                return false;
            }
            // which of the equal ones goes does not matter, so the last one may take its place
            left.set(found, left.get(left.size() - 1));
            left.remove(left.size() - 1);
        }
        return true;
    }

    private boolean same(@Nullable CimValue a, @Nullable CimValue b) {
        if (a == null || b == null) {
            return a == b;
        }
        return order.compare(a, b) == ValueOrder.EQUAL;
    }
}
