package org.telvirt.query.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.query.QueryException;
import org.telvirt.query.function.Call;
import org.telvirt.query.function.Function;
import org.telvirt.query.function.Functions;
import org.telvirt.query.operand.Arithmetic;
import org.telvirt.query.operand.Kind;
import org.telvirt.query.operand.Operand;
import org.telvirt.query.operand.TimeArithmetic;
import org.telvirt.query.syntax.Expression;
import org.telvirt.query.syntax.Expression.Operation;

/** Compiles functions and arithmetic. */
final class Computations {
    private static final Set<CimName> NOT_OFFERED = Set.of(CimName.of("NamespaceType"));

    private final Scope scope;
    private final ExpressionCompiler values;

    Computations(Scope scope, ExpressionCompiler values) {
        this.scope = scope;
        this.values = values;
    }

    Typed call(Expression.Call call) throws QueryException {
        Function function = function(call);
        if (call.arguments().size() != function.parameters().size() || call.all() || call.distinct()) {
            int count = function.parameters().size();
            throw scope.source()
                    .invalid(
                            call.at(),
                            function.name() + " takes "
                                    + (count == 0
                                            ? "no arguments"
                                            : count == 1 ? "one argument" : count + " arguments"));
        }
        List<Operand> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            Typed value = values.value(argument);
            Set<Kind> kinds = function.parameters().get(i);
            if (value.isArray() || kinds.stream().noneMatch(kind -> kind.takes(value.kind()))) {
                throw scope.source().invalid(argument.at(), function.name() + " does not take " + value.noun());
            }
            arguments.add(value.operand());
        }
        return Typed.of(new Call(function, arguments), function.result());
    }

    private Function function(Expression.Call call) throws QueryException {
        if (NOT_OFFERED.contains(call.function())) {
            throw scope.source().notOffered(call.at(), "The function " + call.function() + " is not offered");
        } else if (Aggregates.isAggregate(call.function())) {
            throw scope.source()
                    .invalid(call.at(), call.function() + " counts over rows: it stands in the select list, by itself");
        }
        Function function = Functions.find(call.function());
        if (function == null) {
            throw scope.source().invalid(call.at(), "No such function: " + call.function());
        }
        return function;
    }

    Typed arithmetic(Expression.Arithmetic arithmetic) throws QueryException {
        Typed left = values.value(arithmetic.left());
        Typed right = values.value(arithmetic.right());
        Operation operation = arithmetic.operation();
        boolean sum = operation == Operation.ADD || operation == Operation.SUBTRACT;
        if (sum && left.maybeScalar() && right.maybeScalar() && left.kind() == Kind.TIME && right.kind() == Kind.TIME) {
            return Typed.of(
                    new TimeArithmetic(operation == Operation.ADD, left.operand(), right.operand()), CimType.DATETIME);
        }
        checkNumber(left, arithmetic);
        checkNumber(right, arithmetic);
        CimType type = type(operation, left, right);
        return Typed.of(new Arithmetic(operation, left.operand(), right.operand(), type), type);
    }

    private void checkNumber(Typed value, Expression.Arithmetic arithmetic) throws QueryException {
        if (value.isArray() || !Kind.NUMBER.takes(value.kind())) {
            throw scope.source()
                    .invalid(
                            arithmetic.at(),
                            "'" + arithmetic.operation().sign() + "' computes with numbers, not with " + value.noun());
        }
    }

    private static CimType type(Operation operation, Typed left, Typed right) {
        if (!isInteger(left) || !isInteger(right)) {
            return CimType.REAL64;
        }
        // constants are sint64 where they can, but stand as well for the uint64 they are
        boolean unsigned = operation != Operation.SUBTRACT && isUnsigned(left) && isUnsigned(right);
        return unsigned ? CimType.UINT64 : CimType.SINT64;
    }

    private static boolean isInteger(Typed value) {
        return value.type() != null && value.type().type().isInteger();
    }

    private static boolean isUnsigned(Typed value) {
        boolean declared = value.type() != null && value.type().type().isUnsigned();
        return declared || (value.constant() instanceof CimValue.Int number && number.bits() >= 0);
    }

    Typed negative(Expression.Negative negative) throws QueryException {
        Expression zero = new Expression.Literal(CimValues.sint64(0), negative.at());
        return arithmetic(new Expression.Arithmetic(Operation.SUBTRACT, zero, negative.number(), negative.at()));
    }
}
