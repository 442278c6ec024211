package org.telvirt.cimom.query;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.query.ClassTree;
import org.telvirt.query.Query;
import org.telvirt.query.QueryException;
import org.telvirt.query.QuerySettings;

/** WQL, CQL and FQL as the object manager uses them. */
public final class StandardLanguages {
    private StandardLanguages() {}

    /**
     * The languages.
     *
     * @param clock what CurrentDateTime tells
     */
    public static List<QueryLanguage> of(InstantSource clock) {
        return new org.telvirt.query.QueryLanguages(QuerySettings.with(clock))
                .all().stream().<QueryLanguage>map(Standard::new).toList();
    }

    private record Standard(org.telvirt.query.QueryLanguage language) implements QueryLanguage {
        @Override
        public Set<String> names() {
            Set<String> names = new HashSet<>(language.aliases());
            names.add(language.name());
            return names;
        }

        @Override
        public boolean isForQueries() {
            return !language.isFilter();
        }

        @Override
        public boolean isForFilters() {
            return language.isFilter();
        }

        @Override
        public CompiledQuery query(String text, Schema schema) throws CimException {
            return new Compiled(parsed(text, schema, null));
        }

        @Override
        public InstanceFilter filter(String text, Schema schema, @Nullable CimName className) throws CimException {
            return parsed(text, schema, className)::selects;
        }

        private Query parsed(String text, Schema schema, @Nullable CimName className) throws CimException {
            try {
                return language.parse(text, new Classes(schema), className);
            } catch (QueryException e) {
                throw e.toCimException();
            }
        }
    }

    private record Compiled(Query query) implements CompiledQuery {
        @Override
        public CimName className() {
            return Objects.requireNonNull(query.from(), "a query says FROM");
        }

        @Override
        public CimCursor<CimInstance> results(CimCursor<CimInstance> candidates) {
            return query.select(candidates);
        }

        @Override
        public CimCursor<CimInstance> rows(CimCursor<CimInstance> candidates) {
            return query.rows(candidates);
        }

        @Override
        public CimClass resultClass() {
            return query.resultClass();
        }
    }

    private record Classes(Schema schema) implements ClassTree {
        @Override
        public @Nullable CimClass find(CimName name) {
            ClassLayout layout = schema.find(name);
            return layout == null ? null : layout.declaration();
        }

        @Override
        public boolean isA(CimName name, CimName ancestor) {
            ClassLayout layout = schema.find(name);
            return layout != null && layout.isA(ancestor);
        }
    }
}
