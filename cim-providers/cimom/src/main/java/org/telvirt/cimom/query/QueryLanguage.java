package org.telvirt.cimom.query;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cimom.schema.Schema;

/** A query language, for queries, for filters of enumerations or for both. Safe for use by many threads. */
public interface QueryLanguage {
    /** The names that clients call it by, such as {@code WQL} or {@code DMTF:CQL}; regardless of case. */
    Set<String> names();

    /** Whether it can say which instances of which class are wanted. */
    boolean isForQueries();

    /** Whether it can say which instances of an enumeration are wanted. */
    boolean isForFilters();

    /**
     * Understands a query; asked only of a language for queries.
     *
     * @throws CimException INVALID_QUERY; QUERY_FEATURE_NOT_SUPPORTED
     */
    CompiledQuery query(String text, Schema schema) throws CimException;

    /**
     * Understands a filter; asked only of a language for filters.
     *
     * @param className what is enumerated, subclasses included; null: instances of any class
     * @throws CimException INVALID_QUERY; QUERY_FEATURE_NOT_SUPPORTED
     */
    InstanceFilter filter(String text, Schema schema, @Nullable CimName className) throws CimException;
}
