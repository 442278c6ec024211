package org.telvirt.query.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.query.QueryException;
import org.telvirt.query.condition.ArrayEquality;
import org.telvirt.query.condition.Comparison;
import org.telvirt.query.condition.Condition;
import org.telvirt.query.condition.Not;
import org.telvirt.query.function.PathText;
import org.telvirt.query.operand.Constant;
import org.telvirt.query.operand.Kind;
import org.telvirt.query.syntax.Expression;
import org.telvirt.query.syntax.Expression.Relation;

/** Compiles comparisons: fits constants to what they are compared with and refuses what cannot be compared. */
final class Comparisons {
    private static final CimName ARRAY_TYPE = CimName.of("ArrayType");

    private final Scope scope;

    Comparisons(Scope scope) {
        this.scope = scope;
    }

    Condition scalars(Relation relation, Typed left, Typed right, int at) throws QueryException {
        Typed a = fit(left, right, at);
        Typed b = fit(right, left, at);
        if (a.isArray() || b.isArray()) {
            return arrays(relation, a, b, at);
        }
        check(relation, a, b, at);
        return new Comparison(relation, a.operand(), b.operand(), scope.rules().order());
    }

    private void check(Relation relation, Typed a, Typed b, int at) throws QueryException {
        Kind kind = a.kind() == Kind.ANY ? b.kind() : a.kind();
        if (!a.kind().takes(b.kind()) && !isBooleanNumber(a, b)) {
            throw scope.source().invalid(at, "Cannot compare " + a.noun() + " with " + b.noun());
        } else if (kind == Kind.OBJECT) {
            throw scope.source().invalid(at, "Embedded objects cannot be compared: compare their properties");
        } else if (relation.isOrdered() && (kind == Kind.BOOLEAN || kind == Kind.REFERENCE)) {
            throw scope.source()
                    .invalid(at, (a.kind() == kind ? a : b).noun() + " has no order: only '=' and '<>' apply");
        }
    }

    private boolean isBooleanNumber(Typed a, Typed b) {
        return scope.rules().converts()
                && (a.kind() == Kind.BOOLEAN || b.kind() == Kind.BOOLEAN)
                && (a.kind() == Kind.NUMBER || b.kind() == Kind.NUMBER);
    }

    private Condition arrays(Relation relation, Typed a, Typed b, int at) throws QueryException {
        boolean both = (a.isArray() || a.type() == null) && (b.isArray() || b.type() == null);
        if (!both) {
            throw scope.source()
                    .invalid(
                            at,
                            "Cannot compare " + a.noun() + " with " + b.noun()
                                    + ": ask for one element by [index], or for ANY or EVERY one");
        } else if (relation.isOrdered()) {
            throw scope.source().invalid(at, "Arrays have no order: only '=' and '<>' apply");
        } else if (!a.kind().takes(b.kind()) || a.kind() == Kind.OBJECT || b.kind() == Kind.OBJECT) {
            throw scope.source().invalid(at, "Cannot compare " + a.noun() + " with " + b.noun());
        }
        Condition equal = new ArrayEquality(
                a.operand(), b.operand(), isBag(a) && isBag(b), scope.rules().order());
        return relation == Relation.EQUAL ? equal : new Not(equal);
    }

    /** Arrays are bags unless their property says otherwise (DSP0004, qualifier ArrayType). */
    private static boolean isBag(Typed array) {
        if (array.declaration() == null) {
            return true;
        }
        CimQualifier type = array.declaration().qualifier(ARRAY_TYPE);
        return type == null
                || !(type.value() instanceof CimValue.Text text)
                || text.value().equalsIgnoreCase("Bag");
    }

    /** An array of constants for a comparison with an array. */
    Typed list(Expression.ArrayLiteral list, Typed other) throws QueryException {
        Typed element = other.element(other.operand());
        List<@Nullable CimValue> values = new ArrayList<>();
        CimType type = other.type() == null ? CimType.STRING : other.type().type();
        for (Expression.Literal literal : list.elements()) {
            Typed constant = fit(Constants.of(literal), element, literal.at());
            if (literal.value() != null && !constant.kind().takes(element.kind())) {
                throw scope.source()
                        .invalid(literal.at(), "Cannot compare " + other.noun() + " with " + constant.noun());
            }
            values.add(constant.constant());
            type = other.type() == null && constant.type() != null
                    ? constant.type().type()
                    : type;
        }
        CimDataType array = other.type() == null ? CimDataType.arrayOf(type) : other.type();
        return new Typed(new Constant(new CimValue.Array(type, values)), array, null, null);
    }

    /** A constant as the type of the other side has it; anything else as it is. */
    Typed fit(Typed constant, Typed other, int at) throws QueryException {
        CimValue value = constant.constant();
        if (value == null || other.type() == null || constant.kind() == other.kind()) {
            return constant;
        } else if (value instanceof CimValue.Text text) {
            return fitText(constant, text.value(), other, at);
        }
        return constant;
    }

    private Typed fitText(Typed constant, String text, Typed other, int at) throws QueryException {
        CimDataType type = other.type();
        Kind kind = other.kind();
        if (type == null || other.isArray()) {
            return constant;
        } else if (kind == Kind.REFERENCE) {
            CimObjectPath path = PathText.read(text);
            if (path == null) {
                throw scope.source()
                        .invalid(at, "'" + shown(text) + "' is no object path, as " + other.noun() + " needs");
            }
            return Typed.of(new Constant(new CimValue.Reference(path)), CimType.REFERENCE);
        } else if (kind != Kind.TIME && !(scope.rules().converts() && (kind == Kind.NUMBER || kind == Kind.BOOLEAN))) {
            return constant;
        }
        CimValue read = CimLexical.read(type.type(), text);
        if (read == null) {
            throw scope.source()
                    .invalid(at, "'" + shown(text) + "' is no " + type.type() + ", as " + other.noun() + " needs");
        }
        return Typed.of(new Constant(read), type.type());
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
