package org.telvirt.query.syntax;

import org.telvirt.query.QueryException;
import org.telvirt.query.QueryException.Kind;
import org.telvirt.query.QueryPlace;

/**
 * The text of a query with the bounds on it.
 *
 * @param maxDepth the deepest nesting of an expression
 */
public record QueryText(String text, int maxDepth) {
    /** The query is wrong at this offset. */
    public QueryException invalid(int offset, String problem) {
        return new QueryException(Kind.INVALID, problem, QueryPlace.of(text, offset));
    }

    /** The query uses at this offset what is not offered. */
    public QueryException notOffered(int offset, String problem) {
        return new QueryException(Kind.NOT_OFFERED, problem, QueryPlace.of(text, offset));
    }
}
