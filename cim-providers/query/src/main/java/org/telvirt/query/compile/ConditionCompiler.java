package org.telvirt.query.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.query.QueryException;
import org.telvirt.query.condition.And;
import org.telvirt.query.condition.AnyElement;
import org.telvirt.query.condition.Condition;
import org.telvirt.query.condition.EveryElement;
import org.telvirt.query.condition.IsA;
import org.telvirt.query.condition.IsNull;
import org.telvirt.query.condition.IsTruth;
import org.telvirt.query.condition.Like;
import org.telvirt.query.condition.Not;
import org.telvirt.query.condition.Or;
import org.telvirt.query.condition.Truth;
import org.telvirt.query.operand.Kind;
import org.telvirt.query.pattern.PatternException;
import org.telvirt.query.syntax.Expression;

/** Compiles expressions that are true, false or unknown. */
final class ConditionCompiler {
    private final Scope scope;
    private final ExpressionCompiler values;
    private final Comparisons comparisons;

    ConditionCompiler(Scope scope, ExpressionCompiler values) {
        this.scope = scope;
        this.values = values;
        this.comparisons = new Comparisons(scope);
    }

    /** The condition; null: the expression is not one by its form. */
    @Nullable
    Condition compile(Expression expression) throws QueryException {
        if (expression instanceof Expression.And and) {
            return new And(all(and.operands()));
        } else if (expression instanceof Expression.Or or) {
            return new Or(all(or.operands()));
        } else if (expression instanceof Expression.Not not) {
            return new Not(values.condition(not.operand()));
        } else if (expression instanceof Expression.Comparison comparison) {
            return comparison(comparison);
        } else if (expression instanceof Expression.IsNull isNull) {
            return new IsNull(values.value(isNull.operand()).operand());
        } else if (expression instanceof Expression.IsTruth isTruth) {
            return new IsTruth(values.condition(isTruth.operand()), isTruth.expected());
        } else if (expression instanceof Expression.IsA isA) {
            return isA(isA);
        } else if (expression instanceof Expression.Like like) {
            return like(like);
        } else if (expression instanceof Expression.Quantified quantified) {
            return quantified(quantified);
        }
        return null;
    }

    private List<Condition> all(List<Expression> expressions) throws QueryException {
        List<Condition> conditions = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            conditions.add(values.condition(expression));
        }
        return conditions;
    }

    private Condition comparison(Expression.Comparison comparison) throws QueryException {
        Expression left = comparison.left();
        Expression right = comparison.right();
        if (left instanceof Expression.Symbol symbol && symbol.property() == null) {
            Typed other = values.value(right);
            return compared(comparison, values.symbol(symbol, other), other);
        }
        Typed a = values.value(left);
        if (right instanceof Expression.Symbol symbol) {
            return compared(comparison, a, values.symbol(symbol, a));
        } else if (right instanceof Expression.ArrayLiteral list) {
            return compared(comparison, a, comparisons.list(list, a));
        }
        return compared(comparison, a, values.value(right));
    }

    private Condition compared(Expression.Comparison comparison, Typed a, Typed b) throws QueryException {
        return comparisons.scalars(comparison.relation(), a, b, comparison.at());
    }

    private Condition isA(Expression.IsA isA) throws QueryException {
        Typed object = values.value(isA.object());
        boolean hasClass = Kind.OBJECT.takes(object.kind()) || object.kind() == Kind.REFERENCE;
        if (object.isArray() || !hasClass) {
            throw scope.source().invalid(isA.at(), "ISA needs an embedded object or a reference, not " + object.noun());
        }
        scope.existing(isA.className(), isA.at());
        return new IsA(object.operand(), isA.className(), scope.tree());
    }

    private Condition like(Expression.Like like) throws QueryException {
        Typed operand = values.value(like.operand());
        boolean text = Kind.TEXT.takes(operand.kind())
                || (operand.kind() == Kind.TIME && scope.rules().converts());
        if (operand.isArray() || !text) {
            throw scope.source().invalid(like.at(), "LIKE needs a string, not " + operand.noun());
        }
        try {
            return new Like(operand.operand(), scope.rules().pattern(like.pattern()), ofNull());
        } catch (PatternException e) {
            throw scope.source().invalid(like.at(), e.getMessage());
        }
    }

    private Truth ofNull() {
        return scope.rules().order().ofNull();
    }

    private Condition quantified(Expression.Quantified quantified) throws QueryException {
        Typed array = values.value(quantified.array());
        if (array.type() != null && !array.isArray()) {
            throw scope.source()
                    .invalid(quantified.at(), array.noun() + " is no array, so it has no elements to ask for");
        }
        int variable = scope.newVariable();
        Typed hidden = scope.bind(quantified.variable(), array.element(Scope.variable(variable)));
        Condition condition = values.condition(quantified.condition());
        scope.bind(quantified.variable(), hidden);
        return quantified.every()
                ? new EveryElement(array.operand(), variable, condition, ofNull())
                : new AnyElement(array.operand(), variable, condition, ofNull());
    }
}
