package org.telvirt.query.result;

import org.jspecify.annotations.Nullable;
import org.telvirt.query.operand.Operand;

/**
 * A function of all rows.
 *
 * @param column its name and type
 * @param operand what it is a function of; null: the rows themselves
 * @param distinct whether equal values count once
 */
public record AggregateColumn(
        Column column, Aggregate aggregate, @Nullable Operand operand, boolean distinct) {}
