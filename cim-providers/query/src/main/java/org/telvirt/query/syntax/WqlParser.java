package org.telvirt.query.syntax;

import java.util.ArrayList;
import java.util.List;
import org.telvirt.cim.CimName;
import org.telvirt.query.QueryException;
import org.telvirt.query.syntax.Expression.Literal;
import org.telvirt.query.syntax.Expression.Relation;

/**
 * Reads WQL: what Microsoft documents and what other servers added, ISA and properties of embedded objects above all.
 * {@code NOT} binds closer than {@code AND}, and that closer than {@code OR}.
 */
public final class WqlParser {
    private final Tokens tokens;
    private final Logic logic;

    private WqlParser(QueryText source) throws QueryException {
        this.tokens = new Tokens(source, Quotes.WQL);
        this.logic = new Logic(tokens, this::predicate);
    }

    /** The query that the text is. */
    public static SelectStatement parse(QueryText source) throws QueryException {
        return new WqlParser(source).statement();
    }

    private SelectStatement statement() throws QueryException {
        refuse("ASSOCIATORS", "ASSOCIATORS OF");
        refuse("REFERENCES", "REFERENCES OF");
        tokens.expectWord("SELECT");
        List<SelectStatement.Column> columns = columns();
        tokens.expectWord("FROM");
        int fromAt = tokens.peek().start();
        CimName from = tokens.name("a class after FROM");
        refuse("WITHIN", "WITHIN (polled events)");
        Expression where = tokens.acceptWord("WHERE") ? logic.condition() : null;
        refuse("GROUP", "GROUP");
        refuse("HAVING", "HAVING");
        tokens.end();
        return new SelectStatement(false, null, columns, from, fromAt, null, where, List.of());
    }

    private void refuse(String word, String feature) throws QueryException {
        if (tokens.isWord(word)) {
            throw tokens.source().notOffered(tokens.peek().start(), feature + " is not offered in WQL here");
        }
    }

    private List<SelectStatement.Column> columns() throws QueryException {
        List<SelectStatement.Column> columns = new ArrayList<>();
        if (tokens.accept(TokenKind.STAR)) {
            return columns;
        }
        do {
            columns.add(new SelectStatement.Column(property("a property or '*' after SELECT"), null));
        } while (tokens.accept(TokenKind.COMMA));
        return columns;
    }

    private Expression property(String what) throws QueryException {
        int at = tokens.peek().start();
        CimName first = tokens.name(what);
        Expression property = tokens.accept(TokenKind.SCOPE)
                ? new Expression.Member(null, first, tokens.name("a property after '::'"), at)
                : new Expression.Name(first, at);
        int level = tokens.depth();
        while (tokens.accept(TokenKind.DOT)) {
            tokens.enter();
            int memberAt = tokens.peek().start();
            CimName name = tokens.name("a property after '.'");
            property = tokens.accept(TokenKind.SCOPE)
                    ? new Expression.Member(property, name, tokens.name("a property after '::'"), memberAt)
                    : new Expression.Member(property, null, name, memberAt);
        }
        tokens.leaveTo(level);
        return property;
    }

    private Expression predicate() throws QueryException {
        Expression test = tokens.is(TokenKind.OPEN) ? parenthesized() : test();
        while (tokens.isWord("IS")) {
            test = truth(test);
        }
        return test;
    }

    private Expression parenthesized() throws QueryException {
        tokens.take();
        Expression inner = logic.condition();
        tokens.expect(TokenKind.CLOSE, "after the condition");
        return inner;
    }

    private Expression truth(Expression test) throws QueryException {
        int at = tokens.take().start();
        boolean negated = tokens.acceptWord("NOT");
        Expression is;
        if (tokens.acceptWord("NULL")) {
            is = new Expression.IsNull(test, at);
        } else if (tokens.acceptWord("TRUE")) {
            is = new Expression.IsTruth(test, true, at);
        } else if (tokens.acceptWord("FALSE")) {
            is = new Expression.IsTruth(test, false, at);
        } else {
            throw tokens.expected("NULL, TRUE or FALSE after IS");
        }
        return negated ? new Expression.Not(is, at) : is;
    }

    private Expression test() throws QueryException {
        Expression left = term();
        int at = tokens.peek().start();
        Relation relation = tokens.acceptRelation();
        if (relation != null) {
            return comparison(relation, left, term(), at);
        } else if (tokens.acceptWord("ISA")) {
            return new Expression.IsA(left, className(), at);
        }
        boolean negated = tokens.isWord("NOT") && tokens.peek(1).isWord("LIKE") && tokens.acceptWord("NOT");
        if (tokens.acceptWord("LIKE")) {
            String pattern = tokens.expect(TokenKind.STRING, "after LIKE").text();
            Expression like = new Expression.Like(left, pattern, at);
            return negated ? new Expression.Not(like, at) : like;
        }
        return left;
    }

    private static Expression comparison(Relation relation, Expression left, Expression right, int at) {
        if (relation.isOrdered()) {
            return new Expression.Comparison(relation, left, right, at);
        }
        // = NULL means IS NULL in WQL
        Expression tested = isNull(right) ? left : isNull(left) ? right : null;
        if (tested == null) {
            return new Expression.Comparison(relation, left, right, at);
        }
        Expression test = new Expression.IsNull(tested, at);
        return relation == Relation.EQUAL ? test : new Expression.Not(test, at);
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Literal literal && literal.value() == null;
    }

    private CimName className() throws QueryException {
        Token token = tokens.peek();
        if (token.kind() != TokenKind.STRING) {
            return tokens.name("a class after ISA");
        }
        if (!CimName.isValid(token.text())) {
            throw tokens.source().invalid(token.start(), "'" + token.text() + "' is not the name of a class");
        }
        return CimName.of(tokens.take().text());
    }

    private Expression term() throws QueryException {
        Literal literal = tokens.acceptLiteral();
        return literal == null ? property("a property or a constant") : literal;
    }
}
