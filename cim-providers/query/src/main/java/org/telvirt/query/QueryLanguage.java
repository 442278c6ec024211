package org.telvirt.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimName;
import org.telvirt.query.QueryException.Kind;
import org.telvirt.query.compile.Rules;
import org.telvirt.query.compile.SelectCompiler;
import org.telvirt.query.syntax.CqlParser;
import org.telvirt.query.syntax.FqlParser;
import org.telvirt.query.syntax.QueryText;
import org.telvirt.query.syntax.SelectStatement;
import org.telvirt.query.syntax.WqlParser;

/** A query language. {@link QueryLanguages} finds it by name. */
public final class QueryLanguage {
    private static final List<Integer> CQL_FEATURES = List.of(2, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17);

    /** Reads the text of a query. */
    @FunctionalInterface
    private interface Reader {
        SelectStatement read(QueryText source, @Nullable CimName className) throws QueryException;
    }

    private final String name;
    private final List<String> aliases;
    private final Rules rules;
    private final boolean filter;
    private final Reader reader;
    private final QuerySettings settings;

    private QueryLanguage(
            String name, List<String> aliases, Rules rules, boolean filter, Reader reader, QuerySettings settings) {
        this.name = name;
        this.aliases = aliases;
        this.rules = rules;
        this.filter = filter;
        this.reader = reader;
        this.settings = settings;
    }

    static QueryLanguage wql(QuerySettings settings) {
        List<String> aliases = List.of(
                "CIM:WQL", "http://schemas.microsoft.com/wbem/wsman/1/WQL", "http://schemas.dmtf.org/wbem/wsman/1/WQL");
        return new QueryLanguage("WQL", aliases, Rules.WQL, false, (source, none) -> WqlParser.parse(source), settings);
    }

    static QueryLanguage cql(QuerySettings settings) {
        List<String> aliases = List.of("CIM:CQL", "CQL", "http://schemas.dmtf.org/wbem/cql/1/dsp0202.pdf");
        return new QueryLanguage(
                "DMTF:CQL", aliases, Rules.CQL, false, (source, none) -> CqlParser.parse(source), settings);
    }

    static QueryLanguage fql(QuerySettings settings) {
        return new QueryLanguage(
                "DMTF:FQL",
                List.of("FQL"),
                Rules.FQL,
                true,
                (source, of) -> SelectStatement.filter(of, FqlParser.parse(source)),
                settings);
    }

    /** The standard name. */
    public String name() {
        return name;
    }

    /** Other names that clients use. */
    public List<String> aliases() {
        return aliases;
    }

    /**
     * The features of CQL that are offered, as CIM_QueryCapabilities.CQLFeatures counts them; empty: the language is not
     * CQL. Not among them are joins (3, 4), subqueries (5), other namespaces (13) and following references (18).
     */
    public List<Integer> features() {
        return rules == Rules.CQL ? CQL_FEATURES : List.of();
    }

    /** Whether its texts are conditions on instances that something else enumerates, rather than whole queries. */
    public boolean isFilter() {
        return filter;
    }

    /**
     * Reads a query and compiles it.
     *
     * @throws QueryException if the text is not of the language, names what is not there, compares what cannot be, or asks
     *     for what is not offered
     */
    public Query parse(String text, ClassTree tree) throws QueryException {
        return parse(text, tree, null);
    }

    /**
     * Reads a filter and compiles it.
     *
     * @param className the class whose instances are enumerated; null: any, in which case properties that are not there
     *     are NULL. A language that says FROM itself does not care.
     * @throws QueryException as {@link #parse(String, ClassTree)}
     */
    public Query parse(String text, ClassTree tree, @Nullable CimName className) throws QueryException {
        if (text.length() > settings.maxLength()) {
            throw new QueryException(
                    Kind.INVALID,
                    "The query has " + text.length() + " characters, more than the " + settings.maxLength()
                            + " that are taken");
        }
        QueryText source = new QueryText(text, settings.maxDepth());
        SelectStatement statement = reader.read(source, className);
        return new Query(name, statement.from(), SelectCompiler.compile(statement, source, rules, tree), settings);
    }

    @Override
    public String toString() {
        return name;
    }
}
