package org.telvirt.query.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;

/** What a query asks of a row, as written: the one algebra that WQL, CQL and FQL are read into. */
public sealed interface Expression {
    /** The offset in the text that messages about it point to. */
    int at();

    /** A constant; null: NULL. */
    record Literal(@Nullable CimValue value, int at) implements Expression {}

    /** Constants in braces (FQL). */
    record ArrayLiteral(List<Literal> elements, int at) implements Expression {}

    /** A name that stands first: a variable, the row, or one of its properties. */
    record Name(CimName name, int at) implements Expression {}

    /**
     * A property of an object.
     *
     * @param object null: the row
     * @param scope the class that the object must be of, else the property is NULL; null: any
     */
    record Member(@Nullable Expression object, @Nullable CimName scope, CimName name, int at) implements Expression {}

    /** One element of an array, from 0. */
    record Element(Expression array, Expression index, int at) implements Expression {}

    /** Elements of an array in the order of these ranges; no ranges: all. */
    record Slice(Expression array, List<Range> ranges, int at) implements Expression {
        /**
         * Elements from one index to another, both included.
         *
         * @param from null: from the first
         * @param to null: to the last
         */
        public record Range(
                @Nullable Expression from, @Nullable Expression to) {}
    }

    /**
     * The value that a Values qualifier gives this name.
     *
     * @param property whose; null: the other side's of the comparison
     */
    record Symbol(@Nullable Expression property, String text, int at) implements Expression {}

    /**
     * A function of these arguments.
     *
     * @param all whether the argument is {@code *}
     * @param distinct whether equal values count once
     */
    record Call(CimName function, List<Expression> arguments, boolean all, boolean distinct, int at)
            implements Expression {}

    /** The kinds of arithmetic. */
    enum Operation {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/");

        private final String sign;

        Operation(String sign) {
            this.sign = sign;
        }

        /** As it is written. */
        public String sign() {
            return sign;
        }
    }

    /** Arithmetic. */
    record Arithmetic(Operation operation, Expression left, Expression right, int at) implements Expression {}

    /** A number with the other sign. */
    record Negative(Expression number, int at) implements Expression {}

    /** Strings, one after the other. */
    record Concatenation(List<Expression> parts, int at) implements Expression {}

    /** The relations that values are compared by. */
    enum Relation {
        EQUAL("="),
        NOT_EQUAL("<>"),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** As it is written. */
        public String sign() {
            return sign;
        }

        /** Whether it asks which of two comes first. */
        public boolean isOrdered() {
            return this != EQUAL && this != NOT_EQUAL;
        }
    }

    /** A comparison. */
    record Comparison(Relation relation, Expression left, Expression right, int at) implements Expression {}

    /** {@code IS NULL}. */
    record IsNull(Expression operand, int at) implements Expression {}

    /** {@code IS TRUE} or {@code IS FALSE}. */
    record IsTruth(Expression operand, boolean expected, int at) implements Expression {}

    /** Whether an object is of a class or one of its subclasses. */
    record IsA(Expression object, CimName className, int at) implements Expression {}

    /** Whether a string is as a pattern has it. */
    record Like(Expression operand, String pattern, int at) implements Expression {}

    /** Not. */
    record Not(Expression operand, int at) implements Expression {}

    /** All of them. */
    record And(List<Expression> operands, int at) implements Expression {}

    /** One of them at least. */
    record Or(List<Expression> operands, int at) implements Expression {}

    /** Whether any element, or every one, fulfils a condition that calls it by a variable. */
    record Quantified(boolean every, CimName variable, Expression array, Expression condition, int at)
            implements Expression {}
}
