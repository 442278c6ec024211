package org.telvirt.cimom.query;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;

/** The query languages of a server. */
public record QueryLanguages(List<QueryLanguage> all) {
    /** Copies the list. */
    public QueryLanguages {
        all = List.copyOf(all);
    }

    /**
     * The language of this name, for queries.
     *
     * @throws CimException QUERY_LANGUAGE_NOT_SUPPORTED
     */
    public QueryLanguage forQueries(String name) throws CimException {
        return require(name, QueryLanguage::isForQueries, "queries");
    }

    /**
     * The language of this name, for filters.
     *
     * @throws CimException QUERY_LANGUAGE_NOT_SUPPORTED
     */
    public QueryLanguage forFilters(String name) throws CimException {
        return require(name, QueryLanguage::isForFilters, "filters");
    }

    private QueryLanguage require(String name, Predicate<QueryLanguage> fit, String what) throws CimException {
        for (QueryLanguage language : all) {
            if (fit.test(language) && language.names().stream().anyMatch(name::equalsIgnoreCase)) {
                return language;
            }
        }
        String known = all.stream()
                .filter(fit)
                .flatMap(language -> language.names().stream())
                .sorted()
                .collect(Collectors.joining(", "));
        throw new CimException(
                CimStatus.QUERY_LANGUAGE_NOT_SUPPORTED,
                "No such language for " + what + ": '" + name + "'; there "
                        + (known.isEmpty() ? "is none" : "are " + known));
    }
}
