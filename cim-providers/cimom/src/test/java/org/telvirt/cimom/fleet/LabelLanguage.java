package org.telvirt.cimom.fleet;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cimom.query.CompiledQuery;
import org.telvirt.cimom.query.InstanceFilter;
import org.telvirt.cimom.query.QueryLanguage;
import org.telvirt.cimom.schema.Schema;

/** A language as small as can be: {@code Class:label} as a query, {@code label} as a filter; the result is the label. */
public record LabelLanguage(Set<String> names, boolean isForQueries, boolean isForFilters) implements QueryLanguage {
    @Override
    public CompiledQuery query(String text, Schema schema) throws CimException {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new CimException(CimStatus.INVALID_QUERY, "There is no ':' in the query " + text);
        }
        CimName className = CimName.of(text.substring(0, colon));
        InstanceFilter filter = filter(text.substring(colon + 1), schema, className);
        return new CompiledQuery() {
            @Override
            public CimName className() {
                return className;
            }

            @Override
            public CimCursor<CimInstance> results(CimCursor<CimInstance> candidates) {
                return candidates.map(found -> filter.accepts(found)
                        ? CimInstance.of(resultClass().name())
                                .with(Boxes.LABEL, found.text(Boxes.LABEL))
                                .build()
                        : null);
            }

            @Override
            public CimClass resultClass() {
                return new CimClass(CimName.of("CIM_QueryResult"), null, List.of(), List.of(), List.of());
            }
        };
    }

    @Override
    public InstanceFilter filter(String text, Schema schema, @Nullable CimName className) throws CimException {
        if (text.isEmpty()) {
            throw new CimException(CimStatus.INVALID_QUERY, "There is no label");
        }
        return instance -> text.equals(instance.text(Boxes.LABEL));
    }
}
