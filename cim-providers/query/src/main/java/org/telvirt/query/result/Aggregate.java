package org.telvirt.query.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.query.operand.Numbers;

/** The functions of all rows (CQL, aggregations). NULL values do not count; of no values all but COUNT are NULL. */
public enum Aggregate {
    COUNT {
        @Override
        CimValue of(List<CimValue> values, @Nullable CimType type) {
            return CimValues.uint64(values.size());
        }
    },
    SUM {
        @Override
        @Nullable
        CimValue of(List<CimValue> values, @Nullable CimType type) {
            return values.isEmpty() ? null : sum(values, type == null ? CimType.REAL64 : type);
        }
    },
    MIN {
        @Override
        @Nullable
        CimValue of(List<CimValue> values, @Nullable CimType type) {
            return values.stream().min(SortOrder::compareValues).orElse(null);
        }
    },
    MAX {
        @Override
        @Nullable
        CimValue of(List<CimValue> values, @Nullable CimType type) {
            return values.stream().max(SortOrder::compareValues).orElse(null);
        }
    },
    MEAN {
        @Override
        @Nullable
        CimValue of(List<CimValue> values, @Nullable CimType type) {
            Double sum = values.isEmpty() ? null : real(sum(values, CimType.REAL64));
            return sum == null ? null : new CimValue.Real(CimType.REAL64, sum / values.size());
        }
    },
    MEDIAN {
        @Override
        @Nullable
        CimValue of(List<CimValue> values, @Nullable CimType type) {
            List<CimValue> sorted = new ArrayList<>(values);
            sorted.sort(SortOrder::compareValues);
            int middle = sorted.size() / 2;
            Double high = sorted.isEmpty() ? null : Numbers.real(sorted.get(middle));
            Double low = sorted.size() % 2 == 1 || sorted.isEmpty() ? high : Numbers.real(sorted.get(middle - 1));
            return high == null || low == null ? null : new CimValue.Real(CimType.REAL64, low / 2 + high / 2);
        }
    };

    /**
     * The value for those of all rows, none of which is null.
     *
     * @param type the type of the result; null: not known
     */
    abstract @Nullable CimValue of(List<CimValue> values, @Nullable CimType type);

    private static @Nullable Double real(@Nullable CimValue value) {
        return value == null ? null : Numbers.real(value);
    }

    /** The exact sum, then fitted into the type; null: it does not fit, or there is no such number. */
    private static @Nullable CimValue sum(List<CimValue> values, CimType type) {
        if (type.isInteger()) {
            BigInteger sum = BigInteger.ZERO;
            for (CimValue value : values) {
                BigInteger whole = Numbers.whole(value);
                sum = whole == null ? sum : sum.add(whole);
            }
            return Numbers.fit(type, sum);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (CimValue value : values) {
            Double real = Numbers.real(value);
            if (real != null && !Double.isFinite(real)) {
                return null;
            }
            sum = real == null ? sum : sum.add(exact(value, real));
        }
        double rounded = sum.doubleValue();
        return Double.isFinite(rounded) ? new CimValue.Real(CimType.REAL64, rounded) : null;
    }

    private static BigDecimal exact(CimValue value, double real) {
        BigInteger whole = Numbers.whole(value);
        return whole == null ? new BigDecimal(real) : new BigDecimal(whole);
    }
}
