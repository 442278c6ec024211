package org.telvirt.query.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.query.QueryException;
import org.telvirt.query.condition.BooleanValue;
import org.telvirt.query.condition.Condition;
import org.telvirt.query.condition.TruthValue;
import org.telvirt.query.operand.Concatenation;
import org.telvirt.query.operand.Constant;
import org.telvirt.query.operand.Element;
import org.telvirt.query.operand.Kind;
import org.telvirt.query.operand.Operand;
import org.telvirt.query.operand.Slice;
import org.telvirt.query.syntax.Expression;

/** Compiles expressions that have a value. */
final class ExpressionCompiler {
    private final Scope scope;
    private final Names names;
    private final Computations computations;
    private final ConditionCompiler conditions;

    ExpressionCompiler(Scope scope) {
        this.scope = scope;
        this.names = new Names(scope);
        this.computations = new Computations(scope, this);
        this.conditions = new ConditionCompiler(scope, this);
    }

    /** The condition that an expression is; a boolean is one too. */
    Condition condition(Expression expression) throws QueryException {
        Condition condition = conditions.compile(expression);
        if (condition != null) {
            return condition;
        }
        Typed value = value(expression);
        if (value.isArray() || !Kind.BOOLEAN.takes(value.kind())) {
            throw scope.source().invalid(expression.at(), "Expected a condition here, found " + value.noun());
        }
        return new BooleanValue(value.operand());
    }

    /** The operand that an expression is; a condition is a boolean too. */
    Typed value(Expression expression) throws QueryException {
        if (expression instanceof Expression.Literal literal) {
            return Constants.of(literal);
        } else if (expression instanceof Expression.Name name) {
            return names.head(name);
        } else if (expression instanceof Expression.Member member) {
            return names.member(member, member.object() == null ? null : value(member.object()));
        } else if (expression instanceof Expression.Element element) {
            return element(element);
        } else if (expression instanceof Expression.Slice slice) {
            return slice(slice);
        } else if (expression instanceof Expression.Symbol symbol) {
            return symbol(symbol, null);
        } else if (expression instanceof Expression.Concatenation concatenation) {
            return concatenation(concatenation);
        } else if (expression instanceof Expression.Call call) {
            return computations.call(call);
        } else if (expression instanceof Expression.Arithmetic arithmetic) {
            return computations.arithmetic(arithmetic);
        } else if (expression instanceof Expression.Negative negative) {
            return computations.negative(negative);
        } else if (expression instanceof Expression.ArrayLiteral list) {
            throw scope.source().invalid(list.at(), "Braces stand only right of '=' or '<>' after an array");
        }
        Condition condition = conditions.compile(expression);
        if (condition == null) {
            throw scope.source().invalid(expression.at(), "Expected a value here");
        }
        return Typed.of(new TruthValue(condition), CimType.BOOLEAN);
    }

    private Typed array(Expression expression, int at) throws QueryException {
        Typed array = value(expression);
        if (array.type() != null && !array.isArray()) {
            throw scope.source().invalid(at, array.noun() + " is no array, so it has no elements");
        }
        return array;
    }

    private Typed element(Expression.Element element) throws QueryException {
        Typed array = array(element.array(), element.at());
        return array.element(new Element(array.operand(), index(element.index())));
    }

    private Operand index(Expression index) throws QueryException {
        Typed number = value(index);
        boolean whole = number.type() == null
                || (!number.isArray() && number.type().type().isInteger());
        if (!whole) {
            throw scope.source().invalid(index.at(), "An index is a whole number from 0, not " + number.noun());
        }
        return number.operand();
    }

    private Typed slice(Expression.Slice slice) throws QueryException {
        Typed array = array(slice.array(), slice.at());
        if (slice.ranges().isEmpty()) {
            return array;
        }
        List<Slice.Range> ranges = new ArrayList<>();
        for (Expression.Slice.Range range : slice.ranges()) {
            ranges.add(new Slice.Range(bound(range.from()), bound(range.to())));
        }
        return array.with(new Slice(array.operand(), ranges));
    }

    private @Nullable Operand bound(@Nullable Expression index) throws QueryException {
        return index == null ? null : index(index);
    }

    /** The constant that a name stands for, by the property it is written at or by the other side's. */
    Typed symbol(Expression.Symbol symbol, @Nullable Typed other) throws QueryException {
        Typed owner = symbol.property() == null ? other : value(symbol.property());
        CimPropertyDeclaration property = owner == null ? null : owner.declaration();
        if (property == null) {
            throw scope.source()
                    .invalid(symbol.at(), "#'" + symbol.text() + "' stands beside no property that has Values");
        }
        CimValue value = Constants.symbolic(property, symbol.text());
        if (value == null) {
            throw scope.source()
                    .invalid(symbol.at(), "The Values of " + property.name() + " do not name '" + symbol.text() + "'");
        }
        return new Typed(new Constant(value), CimDataType.of(property.type().type()), null, null);
    }

    private Typed concatenation(Expression.Concatenation concatenation) throws QueryException {
        List<Operand> parts = new ArrayList<>();
        for (Expression part : concatenation.parts()) {
            Typed text = value(part);
            if (text.isArray() || !Kind.TEXT.takes(text.kind())) {
                throw scope.source().invalid(part.at(), "'||' joins strings, not " + text.noun());
            }
            parts.add(text.operand());
        }
        return Typed.of(new Concatenation(parts), CimType.STRING);
    }
}
