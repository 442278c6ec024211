package org.telvirt.query.condition;

import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Operand;
import org.telvirt.query.syntax.Expression.Relation;

/**
 * How two values relate. UNKNOWN if a side is NULL (in FQL, FALSE), if the values cannot be compared, and for datetimes
 * whose unknown fields leave it open.
 */
public final class Comparison implements Condition {
    private final int accepted;
    private final Operand left;
    private final Operand right;
    private final ValueOrder order;

    public Comparison(Relation relation, Operand left, Operand right, ValueOrder order) {
        this.accepted = accepted(relation);
        this.left = left;
        this.right = right;
        this.order = order;
    }

    private static int accepted(Relation relation) {
        return switch (relation) {
            case EQUAL -> ValueOrder.EQUAL;
            case NOT_EQUAL -> ValueOrder.LESS | ValueOrder.GREATER | ValueOrder.UNORDERED;
            case LESS -> ValueOrder.LESS;
            case LESS_OR_EQUAL -> ValueOrder.LESS | ValueOrder.EQUAL;
            case GREATER -> ValueOrder.GREATER;
            case GREATER_OR_EQUAL -> ValueOrder.GREATER | ValueOrder.EQUAL;
        };
    }

    @Override
    public Truth test(Frame frame) {
        CimValue a = left.value(frame);
        CimValue b = a == null ? null : right.value(frame);
        if (a == null || b == null) {
            return order.ofNull();
        }
        int possible = order.compare(a, b);
        if (possible == ValueOrder.INCOMPARABLE) {
            return order.ofNull();
        } else if ((possible & ~accepted) == 0) {
            return Truth.TRUE;
        }
        return (possible & accepted) == 0 ? Truth.FALSE : Truth.UNKNOWN;
    }
}
