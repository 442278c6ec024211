package org.telvirt.query.syntax;

import java.util.ArrayList;
import java.util.List;
import org.telvirt.cim.CimName;
import org.telvirt.query.QueryException;
import org.telvirt.query.syntax.Expression.Literal;
import org.telvirt.query.syntax.Expression.Relation;

/** Reads FQL (DSP0212): a condition on the instances of a pulled enumeration. */
public final class FqlParser {
    /** What an element is called in the conditions of ANY and EVERY; no property is. */
    private static final CimName ELEMENT = CimName.of("__element");

    private final Tokens tokens;
    private final Logic logic;

    private FqlParser(QueryText source) throws QueryException {
        this.tokens = new Tokens(source, Quotes.FQL);
        this.logic = new Logic(tokens, this::predicate);
    }

    /** The condition that the text is. */
    public static Expression parse(QueryText source) throws QueryException {
        FqlParser parser = new FqlParser(source);
        Expression condition = parser.logic.condition();
        parser.tokens.end();
        return condition;
    }

    private Expression predicate() throws QueryException {
        if (tokens.accept(TokenKind.OPEN)) {
            Expression inner = logic.condition();
            tokens.expect(TokenKind.CLOSE, "after the condition");
            return inner;
        }
        if ((tokens.isWord("ANY") || tokens.isWord("EVERY"))
                && tokens.peek(1).kind() == TokenKind.WORD
                && !isOperator(tokens.peek(1))) {
            return quantified();
        }
        return test(operand());
    }

    private static boolean isOperator(Token word) {
        return word.isWord("LIKE") || word.isWord("NOT") || word.isWord("AND") || word.isWord("OR");
    }

    private Expression quantified() throws QueryException {
        Token quantifier = tokens.take();
        Expression array = property();
        Expression condition = test(new Expression.Name(ELEMENT, quantifier.start()));
        return new Expression.Quantified(quantifier.isWord("EVERY"), ELEMENT, array, condition, quantifier.start());
    }

    private Expression test(Expression left) throws QueryException {
        int at = tokens.peek().start();
        Relation relation = tokens.is(TokenKind.BANG_EQUAL) ? null : tokens.acceptRelation();
        if (relation != null) {
            return comparison(relation, left, tokens.is(TokenKind.OPEN_LIST) ? list() : operand(), at);
        }
        boolean negated = tokens.acceptWord("NOT");
        if (!tokens.acceptWord("LIKE")) {
            throw tokens.expected("a comparison or LIKE");
        }
        String pattern = tokens.expect(TokenKind.STRING, "after LIKE").text();
        Expression like = new Expression.Like(left, pattern, at);
        return negated ? new Expression.Not(like, at) : like;
    }

    private Expression comparison(Relation relation, Expression left, Expression right, int at) throws QueryException {
        Expression tested = isNull(right) ? left : isNull(left) ? right : null;
        if (tested == null) {
            return new Expression.Comparison(relation, left, right, at);
        }
        if (relation.isOrdered()) {
            throw tokens.source().invalid(at, "NULL has no order: compare with = NULL or <> NULL");
        }
        Expression test = new Expression.IsNull(tested, at);
        return relation == Relation.EQUAL ? test : new Expression.Not(test, at);
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Literal literal && literal.value() == null;
    }

    private Expression list() throws QueryException {
        int at = tokens.take().start();
        List<Literal> elements = new ArrayList<>();
        if (!tokens.is(TokenKind.CLOSE_LIST)) {
            do {
                Literal element = tokens.acceptLiteral();
                if (element == null) {
                    throw tokens.expected("a constant in the braces");
                }
                elements.add(element);
            } while (tokens.accept(TokenKind.COMMA));
        }
        tokens.expect(TokenKind.CLOSE_LIST, "after the last constant");
        return new Expression.ArrayLiteral(elements, at);
    }

    private Expression operand() throws QueryException {
        Literal literal = tokens.acceptLiteral();
        return literal == null ? property() : literal;
    }

    private Expression property() throws QueryException {
        int at = tokens.peek().start();
        Expression property = new Expression.Name(tokens.name("a property or a constant"), at);
        int level = tokens.depth();
        while (tokens.accept(TokenKind.DOT)) {
            tokens.enter();
            int memberAt = tokens.peek().start();
            property = new Expression.Member(property, null, tokens.name("a property after '.'"), memberAt);
        }
        tokens.leaveTo(level);
        if (tokens.accept(TokenKind.OPEN_INDEX)) {
            Literal index = tokens.is(TokenKind.INTEGER) ? tokens.acceptNumber() : null;
            if (index == null) {
                throw tokens.expected("the index of an element, from 0");
            }
            tokens.expect(TokenKind.CLOSE_INDEX, "after the index");
            property = new Expression.Element(property, index, at);
        }
        return property;
    }
}
