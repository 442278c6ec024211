package org.telvirt.query;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.telvirt.query.QueryException.Kind;

/** The languages by name: their own names and those that clients, WS-Management among them, use in their place. */
public final class QueryLanguages {
    private final List<QueryLanguage> languages;
    private final Map<String, QueryLanguage> byName = new HashMap<>();

    /** WQL, CQL and FQL within these bounds. */
    public QueryLanguages(QuerySettings settings) {
        this.languages = List.of(QueryLanguage.wql(settings), QueryLanguage.cql(settings), QueryLanguage.fql(settings));
        for (QueryLanguage language : languages) {
            byName.put(key(language.name()), language);
            language.aliases().forEach(alias -> byName.put(key(alias), language));
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** All languages. */
    public List<QueryLanguage> all() {
        return languages;
    }

    /**
     * The language of this name, regardless of case.
     *
     * @throws QueryException of kind UNKNOWN_LANGUAGE if there is none
     */
    public QueryLanguage named(String name) throws QueryException {
        QueryLanguage language = byName.get(key(name));
        if (language == null) {
            throw new QueryException(
                    Kind.UNKNOWN_LANGUAGE, "No such query language: '" + name + "'; there are " + languages);
        }
        return language;
    }
}
