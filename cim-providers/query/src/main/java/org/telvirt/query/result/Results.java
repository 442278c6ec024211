package org.telvirt.query.result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** The result of a query over a run of instances. Rows are given as they come unless they must be sorted or summed up. */
public final class Results implements CimCursor<CimInstance> {
    // stands for a row whose properties do not matter
    private static final CimValue COUNTED = CimValues.bool(true);

    private final CimCursor<CimInstance> source;
    private final Shaper shaper;
    private final Selection selection;
    private final UnaryOperator<CimInstance> shape;
    private final int most;
    private final Set<List<CimProperty>> given = new HashSet<>();
    private @Nullable CimCursor<CimInstance> collected;
    private long left;

    /**
     * @param shape what makes an answer of a row
     * @param most the most rows that may be held at once
     */
    public Results(CimCursor<CimInstance> source, Shaper shaper, UnaryOperator<CimInstance> shape, int most) {
        this.source = source;
        this.shaper = shaper;
        this.selection = shaper.selection();
        this.shape = shape;
        this.most = most;
        this.left = selection.first() == null ? Long.MAX_VALUE : selection.first();
    }

    @Override
    public @Nullable CimInstance next() throws CimException {
        if (left == 0) {
            return null;
        }
        for (CimInstance row = nextRow(); row != null; row = nextRow()) {
            CimInstance answer = selection.aggregates().isEmpty() ? shape.apply(row) : row;
            if (!selection.distinct() || isNew(answer)) {
                left--;
                return answer;
            }
        }
        return null;
    }

    private boolean isNew(CimInstance answer) throws CimException {
        boolean isNew = given.add(answer.properties());
        if (given.size() > most) {
            throw tooMany("DISTINCT");
        }
        return isNew;
    }

    private @Nullable CimInstance nextRow() throws CimException {
        if (selection.collects()) {
            if (collected == null) {
                collected = CimCursor.of(selection.order() == null ? aggregated() : sorted(selection.order()));
            }
            return collected.next();
        }
        return nextSelected();
    }

    private @Nullable CimInstance nextSelected() throws CimException {
        for (CimInstance row = source.next(); row != null; row = source.next()) {
            if (shaper.selects(row)) {
                return row;
            }
        }
        return null;
    }

    private record Sorted(CimInstance row, List<@Nullable CimValue> keys) {}

    private List<CimInstance> sorted(SortOrder order) throws CimException {
        List<Sorted> rows = new ArrayList<>();
        for (CimInstance row = nextSelected(); row != null; row = nextSelected()) {
            rows.add(new Sorted(row, order.of(shaper.frame(row))));
            if (rows.size() > most) {
                throw tooMany("ORDER BY");
            }
        }
        rows.sort((a, b) -> order.compare(a.keys(), b.keys()));
        return rows.stream().map(Sorted::row).toList();
    }

    private List<CimInstance> aggregated() throws CimException {
        List<List<CimValue>> values = new ArrayList<>();
        selection.aggregates().forEach(aggregate -> values.add(new ArrayList<>()));
        int held = 0;
        for (CimInstance row = nextSelected(); row != null; row = nextSelected()) {
            for (int i = 0; i < values.size(); i++) {
                AggregateColumn aggregate = selection.aggregates().get(i);
                CimValue value = aggregate.operand() == null
                        ? COUNTED
                        : aggregate.operand().value(shaper.frame(row));
                if (value != null) {
                    values.get(i).add(value);
                }
            }
            if (++held > most) {
                throw tooMany("An aggregate");
            }
        }
        return List.of(summary(values));
    }

    private CimInstance summary(List<List<CimValue>> values) {
        List<CimProperty> properties = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            AggregateColumn aggregate = selection.aggregates().get(i);
            List<CimValue> all = aggregate.distinct() ? List.copyOf(new LinkedHashSet<>(values.get(i))) : values.get(i);
            Column column = aggregate.column();
            properties.add(column.property(aggregate
                    .aggregate()
                    .of(all, column.type() == null ? null : column.type().type())));
        }
        return new CimInstance(ResultClass.NAME, properties, null);
    }

    private CimException tooMany(String operator) {
        return new CimException(
                CimStatus.SERVER_LIMITS_EXCEEDED,
                operator + " would have to hold more than " + most + " rows; select fewer with WHERE");
    }

    @Override
    public void close() {
        source.close();
    }
}
