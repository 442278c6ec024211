package org.telvirt.query.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.query.QueryException;
import org.telvirt.query.syntax.Expression.Literal;
import org.telvirt.query.syntax.Expression.Relation;

/** The tokens of a query, taken from the front; what all three parsers share. */
final class Tokens {
    private final QueryText source;
    private final List<Token> tokens;
    private int at;
    private int depth;

    Tokens(QueryText source, Quotes quotes) throws QueryException {
        this.source = source;
        this.tokens = Lexer.tokens(source, quotes);
    }

    QueryText source() {
        return source;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(at);
        if (token.kind() != TokenKind.END) {
            at++;
        }
        return token;
    }

    boolean is(TokenKind kind) {
        return peek().kind() == kind;
    }

    boolean isWord(String word) {
        return peek().isWord(word);
    }

    boolean accept(TokenKind kind) {
        if (is(kind)) {
            take();
            return true;
        }
        return false;
    }

    boolean acceptWord(String word) {
        if (isWord(word)) {
            take();
            return true;
        }
        return false;
    }

    Token expect(TokenKind kind, String where) throws QueryException {
        if (!is(kind)) {
            throw expected(kind.noun() + " " + where);
        }
        return take();
    }

    void expectWord(String word) throws QueryException {
        if (!acceptWord(word)) {
            throw expected(word);
        }
    }

    CimName name(String what) throws QueryException {
        if (!is(TokenKind.WORD)) {
            throw expected(what);
        }
        return CimName.of(take().text());
    }

    QueryException expected(String what) {
        return source.invalid(peek().start(), "Expected " + what + ", found " + peek().noun());
    }

    /** Fails unless the query ends here. */
    void end() throws QueryException {
        if (!is(TokenKind.END)) {
            throw expected("the end of the query");
        }
    }

    /** Goes one level deeper; each is followed by {@link #leave}. */
    void enter() throws QueryException {
        if (++depth > source.maxDepth()) {
            throw source.invalid(
                    peek().start(), "This query is nested more than " + source.maxDepth() + " deep; make it flatter");
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    /** Comes back up to a level. */
    void leaveTo(int level) {
        depth = level;
    }

    /** The relation that stands here; null: none does. */
    @Nullable
    Relation acceptRelation() {
        Relation relation = switch (peek().kind()) {
            case EQUAL -> Relation.EQUAL;
            case NOT_EQUAL, BANG_EQUAL -> Relation.NOT_EQUAL;
            case LESS -> Relation.LESS;
            case LESS_OR_EQUAL -> Relation.LESS_OR_EQUAL;
            case GREATER -> Relation.GREATER;
            case GREATER_OR_EQUAL -> Relation.GREATER_OR_EQUAL;
            default -> null;
        };
        if (relation != null) {
            take();
        }
        return relation;
    }

    /** The number that stands here, with its sign; null: none does. */
    @Nullable
    Literal acceptNumber() throws QueryException {
        boolean signed = is(TokenKind.MINUS) || is(TokenKind.PLUS);
        TokenKind kind = peek(signed ? 1 : 0).kind();
        if (kind != TokenKind.INTEGER && kind != TokenKind.REAL) {
            return null;
        }
        int start = peek().start();
        boolean negative = signed && take().kind() == TokenKind.MINUS;
        Token number = take();
        CimValue value = kind == TokenKind.REAL
                ? Numerals.real(number.text(), negative)
                : Numerals.integer(number.text(), negative);
        if (value == null) {
            throw source.invalid(start, "This number fits no type of CIM: they go from -2^63 to 2^64-1");
        }
        return new Literal(value, start);
    }

    /** The constant that stands here, as WQL and FQL write constants; null: none does. */
    @Nullable
    Literal acceptLiteral() throws QueryException {
        Token token = peek();
        if (token.kind() == TokenKind.STRING) {
            return new Literal(CimValues.text(take().text()), token.start());
        } else if (acceptWord("TRUE")) {
            return new Literal(CimValues.bool(true), token.start());
        } else if (acceptWord("FALSE")) {
            return new Literal(CimValues.bool(false), token.start());
        } else if (acceptWord("NULL")) {
            return new Literal(null, token.start());
        }
        return acceptNumber();
    }
}
