package org.telvirt.query.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;

/**
 * A query as written.
 *
 * @param distinct whether equal rows come once
 * @param first how many rows come at most; null: all
 * @param columns what is selected; empty: all properties
 * @param from the class; null: the language has no FROM, or no class was named
 * @param fromAt the offset of its name
 * @param alias what the row is called besides its class; null: nothing
 * @param where null: all rows
 * @param order what rows are sorted by, the weightiest first
 */
public record SelectStatement(
        boolean distinct,
        @Nullable Long first,
        List<Column> columns,
        @Nullable CimName from,
        int fromAt,
        @Nullable CimName alias,
        @Nullable Expression where,
        List<Sort> order) {

    /**
     * Something selected.
     *
     * @param alias its name in results; null: that of its property or function
     */
    public record Column(Expression expression, @Nullable CimName alias) {}

    /** Something to sort by. */
    public record Sort(Expression expression, boolean descending) {}

    /** A filter: a condition on instances of a class, null: of any. */
    public static SelectStatement filter(@Nullable CimName className, Expression condition) {
        return new SelectStatement(false, null, List.of(), className, 0, null, condition, List.of());
    }
}
