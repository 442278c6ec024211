package org.telvirt.query.operand;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.query.syntax.Expression.Operation;

/**
 * Arithmetic on numbers, done exactly and then fitted into a type; NULL if a side is, if the result does not fit, or
 * for a division by zero. Whole numbers divide towards zero.
 *
 * @param type sint64, uint64 or real64
 */
public record Arithmetic(Operation operation, Operand left, Operand right, CimType type) implements Operand {
    @Override
    public @Nullable CimValue value(Frame frame) {
        CimValue a = left.value(frame);
        CimValue b = right.value(frame);
        if (a == null || b == null) {
            return null;
        }
        return type == CimType.REAL64 ? real(a, b) : whole(a, b);
    }

    private @Nullable CimValue real(CimValue a, CimValue b) {
        Double x = Numbers.real(a);
        Double y = Numbers.real(b);
        if (x == null || y == null) {
            return null;
        }
        double result = switch (operation) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> y == 0 ? Double.NaN : x / y;
        };
        return Double.isFinite(result) ? new CimValue.Real(CimType.REAL64, result) : null;
    }

    private @Nullable CimValue whole(CimValue a, CimValue b) {
        BigInteger x = Numbers.whole(a);
        BigInteger y = Numbers.whole(b);
        if (x == null || y == null || (operation == Operation.DIVIDE && y.signum() == 0)) {
            return null;
        }
        return Numbers.fit(
                type,
                switch (operation) {
                    case ADD -> x.add(y);
                    case SUBTRACT -> x.subtract(y);
                    case MULTIPLY -> x.multiply(y);
                    case DIVIDE -> x.divide(y);
                });
    }
}
