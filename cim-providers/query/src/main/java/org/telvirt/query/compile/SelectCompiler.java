package org.telvirt.query.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.query.ClassTree;
import org.telvirt.query.QueryException;
import org.telvirt.query.condition.Condition;
import org.telvirt.query.operand.Kind;
import org.telvirt.query.operand.RowProperty;
import org.telvirt.query.result.AggregateColumn;
import org.telvirt.query.result.Column;
import org.telvirt.query.result.Selection;
import org.telvirt.query.result.SortOrder;
import org.telvirt.query.syntax.Expression;
import org.telvirt.query.syntax.QueryText;
import org.telvirt.query.syntax.SelectStatement;

/** Compiles a statement as a whole. */
public final class SelectCompiler {
    private final SelectStatement statement;
    private final Scope scope;
    private final ExpressionCompiler values;
    private final Aggregates aggregates;

    private SelectCompiler(SelectStatement statement, Scope scope) {
        this.statement = statement;
        this.scope = scope;
        this.values = new ExpressionCompiler(scope);
        this.aggregates = new Aggregates(scope, values);
    }

    /** What a statement selects from the classes of a tree. */
    public static Selection compile(SelectStatement statement, QueryText source, Rules rules, ClassTree tree)
            throws QueryException {
        CimClass from = null;
        if (statement.from() != null) {
            from = tree.find(statement.from());
            if (from == null) {
                throw source.invalid(statement.fromAt(), "No such class: " + statement.from());
            }
        }
        return new SelectCompiler(statement, new Scope(source, rules, tree, from, statement.alias())).selection();
    }

    private Selection selection() throws QueryException {
        Condition where = statement.where() == null ? null : values.condition(statement.where());
        List<AggregateColumn> summed = new ArrayList<>();
        List<Column> columns = statement.columns().isEmpty() ? all() : columns(summed);
        if (!summed.isEmpty() && !columns.isEmpty()) {
            throw scope.source()
                    .invalid(
                            statement.columns().get(0).expression().at(),
                            "Functions of all rows stand by themselves: select either those or properties of rows");
        } else if (!summed.isEmpty()) {
            columns = summed.stream().map(AggregateColumn::column).toList();
        }
        SortOrder order = order(!summed.isEmpty());
        Set<CimName> needed = scope.needed();
        return new Selection(
                where,
                columns,
                statement.columns().isEmpty(),
                summed,
                order,
                statement.distinct(),
                statement.first(),
                needed == null ? null : List.copyOf(needed),
                scope.variableCount());
    }

    private List<Column> all() {
        scope.needAll();
        List<Column> columns = new ArrayList<>();
        CimClass from = scope.from();
        if (from != null) {
            for (CimPropertyDeclaration property : from.properties()) {
                columns.add(new Column(property.name(), new RowProperty(property.name()), property.type(), property));
            }
        }
        return columns;
    }

    private List<Column> columns(List<AggregateColumn> summed) throws QueryException {
        List<Column> columns = new ArrayList<>();
        Set<CimName> names = new HashSet<>();
        for (SelectStatement.Column entry : statement.columns()) {
            CimName name = name(entry);
            if (!names.add(name)) {
                throw scope.source()
                        .invalid(
                                entry.expression().at(),
                                "Two entries of the select list are called " + name
                                        + (scope.rules() == Rules.CQL ? ": name one of them with AS" : ""));
            }
            AggregateColumn aggregate = aggregates.compile(entry.expression(), name);
            if (aggregate != null) {
                summed.add(aggregate);
            } else {
                Typed value = values.value(entry.expression());
                boolean whole = value.declaration() == null
                        || value.declaration().type().equals(value.type());
                columns.add(new Column(name, value.operand(), value.type(), whole ? value.declaration() : null));
            }
        }
        return columns;
    }

    private CimName name(SelectStatement.Column entry) throws QueryException {
        CimName name = entry.alias() == null ? ownName(entry.expression()) : entry.alias();
        if (name == null) {
            throw scope.source().invalid(entry.expression().at(), "What is computed needs a name: add AS and one");
        }
        return name;
    }

    private static @Nullable CimName ownName(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return name.name();
        } else if (expression instanceof Expression.Member member) {
            return member.name();
        }
        return expression instanceof Expression.Call call ? call.function() : null;
    }

    private @Nullable SortOrder order(boolean summed) throws QueryException {
        if (statement.order().isEmpty()) {
            return null;
        }
        List<SortOrder.Key> keys = new ArrayList<>();
        for (SelectStatement.Sort sort : statement.order()) {
            Typed value = values.value(sort.expression());
            if (value.isArray() || value.kind() == Kind.OBJECT) {
                throw scope.source().invalid(sort.expression().at(), "Rows cannot be sorted by " + value.noun());
            } else if (summed) {
                throw scope.source().invalid(sort.expression().at(), "A summary is one row: leave ORDER BY out");
            }
            keys.add(new SortOrder.Key(value.operand(), sort.descending()));
        }
        return new SortOrder(keys);
    }
}
