package org.telvirt.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;

/** A query cannot be put: its language is unknown, it is wrong, or it asks for what is not offered. */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1;

    /** What kind of fault it is, and the status that says so (DSP0200 §5.4.1). */
    public enum Kind {
        /** The language is not known here. */
        UNKNOWN_LANGUAGE(CimStatus.QUERY_LANGUAGE_NOT_SUPPORTED),
        /** The text is not of the language, or names or types in it are wrong. */
        INVALID(CimStatus.INVALID_QUERY),
        /** The text is of the language, but uses an optional feature that is not offered. */
        NOT_OFFERED(CimStatus.QUERY_FEATURE_NOT_SUPPORTED);

        private final CimStatus status;

        Kind(CimStatus status) {
            this.status = status;
        }

        /** The status code of CIM operations. */
        public CimStatus status() {
            return status;
        }
    }

    private final Kind kind;
    private final String problem;
    private final transient @Nullable QueryPlace place;

    /** A fault of the query as a whole. */
    public QueryException(Kind kind, String problem) {
        super(problem);
        this.kind = kind;
        this.problem = problem;
        this.place = null;
    }

    /** A fault at a place of the text; the message shows the line and a caret. */
    public QueryException(Kind kind, String problem, QueryPlace place) {
        super(place + ": " + problem + '\n' + place.excerpt());
        this.kind = kind;
        this.problem = problem;
        this.place = place;
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** Where it is wrong; null: not at one place. */
    public @Nullable QueryPlace place() {
        return place;
    }

    /** The place, what is wrong, the line and a caret; never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? problem : message;
    }

    /** The same fault as the failure of an operation. */
    public CimException toCimException() {
        return new CimException(kind.status(), getMessage(), List.of(), this);
    }
}
