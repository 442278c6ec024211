package org.telvirt.query.compile;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimType;
import org.telvirt.query.QueryException;
import org.telvirt.query.operand.Kind;
import org.telvirt.query.result.Aggregate;
import org.telvirt.query.result.AggregateColumn;
import org.telvirt.query.result.Column;
import org.telvirt.query.syntax.Expression;

/** Compiles functions of all rows. */
final class Aggregates {
    private static final Set<Aggregate> OF_NUMBERS = Set.of(Aggregate.SUM, Aggregate.MEAN, Aggregate.MEDIAN);

    private final Scope scope;
    private final ExpressionCompiler values;

    Aggregates(Scope scope, ExpressionCompiler values) {
        this.scope = scope;
        this.values = values;
    }

    static boolean isAggregate(CimName function) {
        return find(function) != null;
    }

    private static @Nullable Aggregate find(CimName function) {
        for (Aggregate aggregate : Aggregate.values()) {
            if (function.is(aggregate.name())) {
                return aggregate;
            }
        }
        return null;
    }

    /** The function of all rows that a column is; null: it is none. */
    @Nullable
    AggregateColumn compile(Expression expression, CimName name) throws QueryException {
        if (!(expression instanceof Expression.Call call)) {
            return null;
        }
        Aggregate aggregate = find(call.function());
        if (aggregate == null) {
            return null;
        } else if (call.all() && aggregate == Aggregate.COUNT) {
            CimDataType type = CimDataType.of(CimType.UINT64);
            return new AggregateColumn(new Column(name, frame -> null, type, null), aggregate, null, false);
        } else if (call.all() || call.arguments().size() != 1) {
            throw scope.source().invalid(call.at(), aggregate + " takes one argument");
        }
        Typed operand = values.value(call.arguments().get(0));
        check(aggregate, operand, call.at());
        CimDataType type = type(aggregate, operand);
        Column column = new Column(name, operand.operand(), type, null);
        return new AggregateColumn(column, aggregate, operand.operand(), call.distinct());
    }

    private void check(Aggregate aggregate, Typed operand, int at) throws QueryException {
        boolean numbers = Kind.NUMBER.takes(operand.kind()) || !OF_NUMBERS.contains(aggregate);
        boolean ordered = aggregate == Aggregate.COUNT || (!operand.isArray() && operand.kind() != Kind.OBJECT);
        if (!numbers || !ordered) {
            throw scope.source().invalid(at, aggregate + " does not take " + operand.noun());
        }
    }

    private static @Nullable CimDataType type(Aggregate aggregate, Typed operand) {
        return switch (aggregate) {
            case COUNT -> CimDataType.of(CimType.UINT64);
            case MIN, MAX -> operand.type();
            case MEAN, MEDIAN -> CimDataType.of(CimType.REAL64);
            case SUM -> CimDataType.of(sumType(operand.type()));
        };
    }

    private static CimType sumType(@Nullable CimDataType type) {
        if (type == null || !type.type().isInteger()) {
            return CimType.REAL64;
        }
        return type.type().isUnsigned() ? CimType.UINT64 : CimType.SINT64;
    }
}
