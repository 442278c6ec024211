package org.telvirt.query.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.query.QueryException;

/** Reads the select statement of CQL (DSP0202); {@link CqlExpressions} reads what is in it. */
public final class CqlParser {
    private final Tokens tokens;
    private final CqlExpressions expressions;
    // the name before ".*", and where it stands
    private @Nullable CimName starred;
    private int starredAt;

    private CqlParser(QueryText source) throws QueryException {
        this.tokens = new Tokens(source, Quotes.CQL);
        this.expressions = new CqlExpressions(tokens);
    }

    /** The query that the text is. */
    public static SelectStatement parse(QueryText source) throws QueryException {
        return new CqlParser(source).statement();
    }

    private SelectStatement statement() throws QueryException {
        tokens.expectWord("SELECT");
        boolean distinct = isDistinct();
        Long first = distinct ? null : first();
        List<SelectStatement.Column> columns = columns();
        tokens.expectWord("FROM");
        int fromAt = tokens.peek().start();
        CimName from = className();
        CimName alias = alias();
        refuseJoin();
        checkStar(from, alias);
        Expression where = tokens.acceptWord("WHERE") ? expressions.condition() : null;
        List<SelectStatement.Sort> order = order();
        tokens.end();
        return new SelectStatement(distinct, first, columns, from, fromAt, alias, where, order);
    }

    private boolean isDistinct() {
        Token next = tokens.peek(1);
        boolean isName = next.kind() == TokenKind.COMMA || next.kind() == TokenKind.DOT || next.isWord("FROM");
        return !isName && tokens.acceptWord("DISTINCT");
    }

    private @Nullable Long first() throws QueryException {
        if (!tokens.isWord("FIRST") || tokens.peek(1).kind() != TokenKind.INTEGER) {
            return null;
        }
        tokens.take();
        Expression.Literal count = tokens.acceptNumber();
        if (count == null || !(count.value() instanceof CimValue.Int number)) {
            throw tokens.expected("how many after FIRST");
        }
        return number.bits() < 0 ? Long.MAX_VALUE : number.bits();
    }

    private List<SelectStatement.Column> columns() throws QueryException {
        List<SelectStatement.Column> columns = new ArrayList<>();
        boolean all = false;
        int start = tokens.peek().start();
        do {
            if (isStar()) {
                all = true;
            } else {
                Expression expression = expressions.condition();
                CimName name = tokens.acceptWord("AS") ? tokens.name("a name after AS") : null;
                columns.add(new SelectStatement.Column(expression, name));
            }
        } while (tokens.accept(TokenKind.COMMA));
        if (all && !columns.isEmpty()) {
            throw tokens.source().notOffered(start, "'*' beside other entries is not offered: name the properties");
        }
        return columns;
    }

    private boolean isStar() throws QueryException {
        if (tokens.accept(TokenKind.STAR)) {
            return true;
        }
        if (tokens.is(TokenKind.WORD)
                && tokens.peek(1).kind() == TokenKind.DOT
                && tokens.peek(2).kind() == TokenKind.STAR) {
            starredAt = tokens.peek().start();
            starred = tokens.name("a name");
            tokens.take();
            tokens.take();
            return true;
        }
        return false;
    }

    private void checkStar(CimName from, @Nullable CimName alias) throws QueryException {
        if (starred != null && !starred.equals(from) && !starred.equals(alias)) {
            throw tokens.source()
                    .notOffered(starredAt, "'" + starred + ".*' is not offered for what is not the class after FROM");
        }
    }

    private CimName className() throws QueryException {
        if (tokens.is(TokenKind.OPEN)) {
            throw tokens.source().notOffered(tokens.peek().start(), "Subqueries are not offered");
        } else if (tokens.is(TokenKind.SLASH)) {
            throw tokens.source()
                    .notOffered(tokens.peek().start(), "Classes of other namespaces are not offered: ask there");
        }
        return tokens.name("a class after FROM");
    }

    private @Nullable CimName alias() throws QueryException {
        if (tokens.acceptWord("AS")) {
            return tokens.name("a name after AS");
        }
        boolean isName = tokens.is(TokenKind.WORD) && !tokens.isWord("WHERE") && !tokens.isWord("ORDER");
        return isName ? tokens.name("a name") : null;
    }

    private void refuseJoin() throws QueryException {
        if (tokens.is(TokenKind.COMMA)) {
            throw tokens.source().notOffered(tokens.peek().start(), "Joins are not offered: name one class after FROM");
        }
    }

    private List<SelectStatement.Sort> order() throws QueryException {
        List<SelectStatement.Sort> order = new ArrayList<>();
        if (tokens.acceptWord("ORDER")) {
            tokens.expectWord("BY");
            do {
                Expression expression = expressions.condition();
                boolean descending = tokens.acceptWord("DESC");
                if (!descending) {
                    tokens.acceptWord("ASC");
                }
                order.add(new SelectStatement.Sort(expression, descending));
            } while (tokens.accept(TokenKind.COMMA));
        }
        return order;
    }
}
