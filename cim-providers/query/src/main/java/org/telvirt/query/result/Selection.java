package org.telvirt.query.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.query.condition.Condition;

/**
 * A compiled query: what it selects and how it shapes that.
 *
 * @param where null: every row
 * @param columns what is selected, one at least
 * @param all whether the columns are all properties of the class, so that rows may stay as they are
 * @param aggregates functions of all rows, in place of columns; empty: none
 * @param order null: as the rows come
 * @param first how many rows come at most; null: all
 * @param needed the properties that rows must have; null: all
 * @param variables how many elements quantifiers stand at
 */
public record Selection(
        @Nullable Condition where,
        List<Column> columns,
        boolean all,
        List<AggregateColumn> aggregates,
        @Nullable SortOrder order,
        boolean distinct,
        @Nullable Long first,
        @Nullable List<CimName> needed,
        int variables) {
    /** Copies the lists. */
    public Selection {
        columns = List.copyOf(columns);
        aggregates = List.copyOf(aggregates);
    }

    /** Whether rows must be held before the first can be given. */
    public boolean collects() {
        return order != null || !aggregates.isEmpty();
    }
}
