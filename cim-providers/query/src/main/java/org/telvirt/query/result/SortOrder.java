package org.telvirt.query.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Operand;

/**
 * ORDER BY: a total order, unlike that of comparisons. NULL comes first, datetimes with unknown fields by the earliest
 * they may be, NaN after all numbers.
 */
public record SortOrder(List<Key> keys) {
    /** What to sort by. */
    public record Key(Operand operand, boolean descending) {}

    /** Copies the keys. */
    public SortOrder {
        keys = List.copyOf(keys);
    }

    /** The values that a row is sorted by. */
    List<@Nullable CimValue> of(Frame frame) {
        List<@Nullable CimValue> values = new ArrayList<>(keys.size());
        for (Key key : keys) {
            values.add(key.operand().value(frame));
        }
        return values;
    }

    /** The order of two rows by the values that they are sorted by. */
    int compare(List<@Nullable CimValue> a, List<@Nullable CimValue> b) {
        for (int i = 0; i < keys.size(); i++) {
            int order = compareValues(a.get(i), b.get(i));
            if (order != 0) {
                return keys.get(i).descending() ? -order : order;
            }
        }
        return 0;
    }

    /** Below zero, zero or above, as the first comes before, with or after the second. */
    static int compareValues(@Nullable CimValue a, @Nullable CimValue b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        int rank = Integer.compare(rank(a), rank(b));
        return rank != 0 ? rank : sameRank(a, b);
    }

    private static int rank(CimValue value) {
        if (value instanceof CimValue.Bool) {
            return 0;
        } else if (value instanceof CimValue.Int || value instanceof CimValue.Real) {
            return 1;
        }
        return value instanceof CimValue.DateTime time ? (time.value().isInterval() ? 2 : 3) : 4;
    }

    private static int sameRank(CimValue a, CimValue b) {
        if (a instanceof CimValue.Bool x && b instanceof CimValue.Bool y) {
            return Boolean.compare(x.value(), y.value());
        } else if (rank(a) == 1) {
            return numbers(a, b);
        } else if (a instanceof CimValue.DateTime x && b instanceof CimValue.DateTime y) {
            return times(x.value(), y.value());
        }
        return text(a).compareTo(text(b));
    }

    private static int times(CimDateTime a, CimDateTime b) {
        return a.isInterval()
                ? a.toDuration().compareTo(b.toDuration())
                : a.toInstant().compareTo(b.toInstant());
    }

    private static int numbers(CimValue a, CimValue b) {
        if (a instanceof CimValue.Int x && b instanceof CimValue.Int y && x.type() == y.type()) {
            return x.type() == CimType.UINT64
                    ? Long.compareUnsigned(x.bits(), y.bits())
                    : Long.compare(x.bits(), y.bits());
        }
        double x = approximate(a);
        double y = approximate(b);
        boolean finite = Double.isFinite(x) && Double.isFinite(y);
        return finite ? exact(a).compareTo(exact(b)) : Double.compare(x, y);
    }

    private static double approximate(CimValue value) {
        return value instanceof CimValue.Real real ? real.value() : 0;
    }

    private static BigDecimal exact(CimValue value) {
        return value instanceof CimValue.Real real ? new BigDecimal(real.value()) : new BigDecimal(value.toString());
    }

    private static String text(CimValue value) {
        return value instanceof CimValue.Text text ? text.value() : value.toString();
    }
}
