package org.telvirt.query.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.query.QueryException;
import org.telvirt.query.syntax.Expression.Literal;
import org.telvirt.query.syntax.Expression.Operation;
import org.telvirt.query.syntax.Expression.Relation;

/** Reads the expressions of CQL, from OR down to a chain of properties, by the productions of DSP0202. */
final class CqlExpressions {
    private final Tokens tokens;
    private final Logic logic;

    CqlExpressions(Tokens tokens) {
        this.tokens = tokens;
        this.logic = new Logic(tokens, this::comparison);
    }

    Expression condition() throws QueryException {
        return logic.condition();
    }

    private Expression comparison() throws QueryException {
        if (isQuantifier()) {
            return quantified();
        }
        Expression left = sum();
        int at = tokens.peek().start();
        Relation relation = relation();
        if (relation != null) {
            return new Expression.Comparison(relation, left, sum(), at);
        } else if (tokens.acceptWord("IS")) {
            boolean negated = tokens.acceptWord("NOT");
            tokens.expectWord("NULL");
            Expression test = new Expression.IsNull(left, at);
            return negated ? new Expression.Not(test, at) : test;
        } else if (tokens.acceptWord("ISA")) {
            return new Expression.IsA(left, tokens.name("a class after ISA"), at);
        } else if (tokens.acceptWord("LIKE")) {
            String pattern = tokens.expect(TokenKind.STRING, "after LIKE").text();
            return new Expression.Like(left, pattern, at);
        }
        return left;
    }

    private @Nullable Relation relation() throws QueryException {
        if (tokens.is(TokenKind.BANG_EQUAL)) {
            throw tokens.source().invalid(tokens.peek().start(), "CQL has no '!=': write '<>'");
        }
        return tokens.acceptRelation();
    }

    private boolean isQuantifier() {
        return (tokens.isWord("ANY") || tokens.isWord("EVERY"))
                && tokens.peek(1).kind() == TokenKind.WORD
                && tokens.peek(2).isWord("IN");
    }

    private Expression quantified() throws QueryException {
        Token quantifier = tokens.take();
        CimName variable = tokens.name("a name for the element");
        tokens.expectWord("IN");
        Expression array = sum();
        tokens.expectWord("SATISFIES");
        tokens.expect(TokenKind.OPEN, "after SATISFIES");
        Expression condition = condition();
        tokens.expect(TokenKind.CLOSE, "after the condition");
        return new Expression.Quantified(quantifier.isWord("EVERY"), variable, array, condition, quantifier.start());
    }

    private Expression sum() throws QueryException {
        Expression sum = product();
        int level = tokens.depth();
        while (tokens.is(TokenKind.PLUS) || tokens.is(TokenKind.MINUS)) {
            tokens.enter();
            Token sign = tokens.take();
            Operation operation = sign.kind() == TokenKind.PLUS ? Operation.ADD : Operation.SUBTRACT;
            sum = new Expression.Arithmetic(operation, sum, product(), sign.start());
        }
        tokens.leaveTo(level);
        return sum;
    }

    private Expression product() throws QueryException {
        Expression product = factor();
        int level = tokens.depth();
        while (tokens.is(TokenKind.STAR) || tokens.is(TokenKind.SLASH)) {
            tokens.enter();
            Token sign = tokens.take();
            Operation operation = sign.kind() == TokenKind.STAR ? Operation.MULTIPLY : Operation.DIVIDE;
            product = new Expression.Arithmetic(operation, product, factor(), sign.start());
        }
        tokens.leaveTo(level);
        return product;
    }

    private Expression factor() throws QueryException {
        Literal number = tokens.acceptNumber();
        if (number != null) {
            return number;
        }
        int at = tokens.peek().start();
        if (tokens.accept(TokenKind.PLUS)) {
            return concatenation();
        } else if (tokens.accept(TokenKind.MINUS)) {
            return new Expression.Negative(concatenation(), at);
        }
        return concatenation();
    }

    private Expression concatenation() throws QueryException {
        int at = tokens.peek().start();
        Expression first = chain();
        if (!tokens.is(TokenKind.CONCAT)) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.accept(TokenKind.CONCAT)) {
            parts.add(chain());
        }
        return new Expression.Concatenation(parts, at);
    }

    private Expression chain() throws QueryException {
        Expression chain = head();
        int level = tokens.depth();
        while (tokens.is(TokenKind.DOT) || tokens.is(TokenKind.OPEN_INDEX) || tokens.is(TokenKind.HASH)) {
            tokens.enter();
            Token token = tokens.take();
            chain = switch (token.kind()) {
                case DOT -> member(chain);
                case HASH -> symbol(chain, token.start());
                default -> indexed(chain, token.start());
            };
        }
        tokens.leaveTo(level);
        return chain;
    }

    private Expression member(Expression object) throws QueryException {
        int at = tokens.peek().start();
        if (tokens.is(TokenKind.STAR)) {
            throw tokens.source().notOffered(at, "'.*' is offered for the class after FROM only");
        }
        CimName name = tokens.name("a property after '.'");
        return tokens.accept(TokenKind.SCOPE)
                ? new Expression.Member(object, name, tokens.name("a property after '::'"), at)
                : new Expression.Member(object, null, name, at);
    }

    private Expression symbol(@Nullable Expression property, int at) throws QueryException {
        return new Expression.Symbol(
                property, tokens.expect(TokenKind.STRING, "after '#'").text(), at);
    }

    private Expression indexed(Expression array, int at) throws QueryException {
        List<Expression.Slice.Range> ranges = new ArrayList<>();
        Expression only = null;
        boolean all = false;
        do {
            if (tokens.accept(TokenKind.STAR)) {
                all = true;
                ranges.add(new Expression.Slice.Range(null, null));
                continue;
            }
            Expression from = tokens.is(TokenKind.RANGE) ? null : sum();
            boolean range = tokens.accept(TokenKind.RANGE);
            boolean open = tokens.is(TokenKind.COMMA) || tokens.is(TokenKind.CLOSE_INDEX);
            Expression to = !range ? from : open ? null : sum();
            only = range ? null : from;
            ranges.add(new Expression.Slice.Range(from, to));
        } while (tokens.accept(TokenKind.COMMA));
        tokens.expect(TokenKind.CLOSE_INDEX, "after the index");
        if (ranges.size() == 1 && only != null) {
            return new Expression.Element(array, only, at);
        }
        return new Expression.Slice(array, all && ranges.size() == 1 ? List.of() : ranges, at);
    }

    private Expression head() throws QueryException {
        Token token = tokens.peek();
        switch (token.kind()) {
            case STRING -> {
                return new Literal(CimValues.text(tokens.take().text()), token.start());
            }
            case OPEN -> {
                tokens.take();
                Expression inner = condition();
                tokens.expect(TokenKind.CLOSE, "after the expression");
                return inner;
            }
            case HASH -> {
                tokens.take();
                return symbol(null, token.start());
            }
            case WORD -> {
                return word();
            }
            default -> {
                Literal number = tokens.acceptNumber();
                if (number == null) {
                    throw tokens.expected("a property, a constant or '('");
                }
                return number;
            }
        }
    }

    private Expression word() throws QueryException {
        Token token = tokens.take();
        if (token.isWord("TRUE")) {
            return new Literal(CimValues.bool(true), token.start());
        } else if (token.isWord("FALSE")) {
            return new Literal(CimValues.bool(false), token.start());
        } else if (token.isWord("NULL")) {
            throw tokens.source().invalid(token.start(), "NULL is no value in CQL: write IS NULL or IS NOT NULL");
        }
        CimName name = CimName.of(token.text());
        if (tokens.accept(TokenKind.SCOPE)) {
            return new Expression.Member(null, name, tokens.name("a property after '::'"), token.start());
        } else if (tokens.accept(TokenKind.OPEN)) {
            return call(name, token.start());
        }
        return new Expression.Name(name, token.start());
    }

    private Expression call(CimName function, int at) throws QueryException {
        List<Expression> arguments = new ArrayList<>();
        boolean all = tokens.accept(TokenKind.STAR);
        boolean distinct = !all && tokens.peek(1).kind() == TokenKind.WORD && tokens.acceptWord("DISTINCT");
        if (!all && !tokens.is(TokenKind.CLOSE)) {
            do {
                arguments.add(condition());
            } while (tokens.accept(TokenKind.COMMA));
        }
        tokens.expect(TokenKind.CLOSE, "after the arguments");
        return new Expression.Call(function, arguments, all, distinct, at);
    }
}
