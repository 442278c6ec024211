package org.telvirt.query.syntax;

import java.util.ArrayList;
import java.util.List;
import org.telvirt.query.QueryException;

/** OR over AND over NOT over what a language calls a predicate: the same in all three. */
final class Logic {
    /** Reads a predicate. */
    @FunctionalInterface
    interface Predicate {
        Expression read() throws QueryException;
    }

    private final Tokens tokens;
    private final Predicate predicate;

    Logic(Tokens tokens, Predicate predicate) {
        this.tokens = tokens;
        this.predicate = predicate;
    }

    Expression condition() throws QueryException {
        tokens.enter();
        int at = tokens.peek().start();
        List<Expression> operands = new ArrayList<>(2);
        do {
            operands.add(conjunction());
        } while (tokens.acceptWord("OR"));
        tokens.leave();
        return operands.size() == 1 ? operands.get(0) : new Expression.Or(operands, at);
    }

    private Expression conjunction() throws QueryException {
        int at = tokens.peek().start();
        List<Expression> operands = new ArrayList<>(2);
        do {
            operands.add(negation());
        } while (tokens.acceptWord("AND"));
        return operands.size() == 1 ? operands.get(0) : new Expression.And(operands, at);
    }

    private Expression negation() throws QueryException {
        int at = tokens.peek().start();
        if (!tokens.isWord("NOT")) {
            return predicate.read();
        }
        tokens.take();
        tokens.enter();
        Expression operand = negation();
        tokens.leave();
        return new Expression.Not(operand, at);
    }
}
