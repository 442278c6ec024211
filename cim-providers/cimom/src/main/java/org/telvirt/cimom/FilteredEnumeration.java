package org.telvirt.cimom;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.EnumerationOperation;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cim.operation.References;
import org.telvirt.cimom.query.InstanceFilter;
import org.telvirt.cimom.query.QueryLanguages;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.cimom.schema.Schema;

/**
 * An enumeration with a filter. The filter sees whole instances, the answer shows of them what was asked for.
 *
 * @param whole the enumeration with every property
 * @param listed the properties to show; null: all
 * @param limit properties that this class has not are not shown; null: all are
 */
record FilteredEnumeration<T>(
        EnumerationOperation<T> whole,
        InstanceFilter filter,
        @Nullable Set<CimName> listed,
        @Nullable ClassLayout limit) {

    /**
     * The enumeration with the filter of the options.
     *
     * @return null: they have none
     * @throws CimException FILTERED_ENUMERATION_NOT_SUPPORTED: paths alone cannot be filtered;
     *     QUERY_LANGUAGE_NOT_SUPPORTED; INVALID_QUERY
     */
    static <T> @Nullable FilteredEnumeration<T> of(
            EnumerationOperation<T> operation, OpenOptions options, QueryLanguages languages, Schema schema)
            throws CimException {
        String language = options.filterQueryLanguage();
        String text = options.filterQuery();
        if (language == null || text == null) {
            return null;
        }
        if (!operation.itemKind().equals(ItemKind.INSTANCES_WITH_PATH)) {
            throw new CimException(
                    CimStatus.FILTERED_ENUMERATION_NOT_SUPPORTED,
                    "A filter needs the properties of instances; enumerate instances in place of paths");
        }
        Parts<T> parts = Parts.of(operation, schema);
        InstanceFilter filter = languages.forFilters(language).filter(text, schema, parts.className());
        return new FilteredEnumeration<>(parts.whole(), filter, parts.view().propertyList(), parts.limit());
    }

    /** What the kinds of enumerations have in common. */
    private record Parts<T>(
            EnumerationOperation<T> whole,
            InstanceView view,
            @Nullable CimName className,
            @Nullable ClassLayout limit) {

        @SuppressWarnings("unchecked") // the same kind of operation has the same kind of items
        static <T> Parts<T> of(EnumerationOperation<T> operation, Schema schema) {
            if (operation instanceof EnumerateInstances all) {
                EnumerateInstances whole =
                        new EnumerateInstances(all.namespace(), all.className(), true, every(all.view()));
                ClassLayout limit = all.deepInheritance() ? null : schema.find(all.className());
                return new Parts<>((EnumerationOperation<T>) whole, all.view(), all.className(), limit);
            } else if (operation instanceof Associators all) {
                Associators whole = new Associators(all.namespace(), all.source(), all.filter(), every(all.view()));
                return new Parts<>(
                        (EnumerationOperation<T>) whole,
                        all.view(),
                        all.filter().resultClass(),
                        null);
            } else if (operation instanceof References all) {
                References whole = new References(all.namespace(), all.source(), all.filter(), every(all.view()));
                return new Parts<>(
                        (EnumerationOperation<T>) whole,
                        all.view(),
                        all.filter().resultClass(),
                        null);
            }
            throw new IllegalArgumentException(operation.operationName() + " yields no instances");
        }

        private static InstanceView every(InstanceView view) {
            return new InstanceView(null, view.includeClassOrigin());
        }
    }

    /** The items that the filter accepts, as they are to be shown. */
    CimCursor<T> sifted(CimCursor<T> run) {
        Class<T> type = whole.itemKind().type();
        return run.map(item -> {
            CimInstance instance = (CimInstance) item;
            return filter.accepts(instance) ? type.cast(shown(instance)) : null;
        });
    }

    private CimInstance shown(CimInstance instance) {
        if (listed == null && limit == null) {
            return instance;
        }
        List<CimProperty> some = instance.properties().stream()
                .filter(property -> (listed == null || listed.contains(property.name()))
                        && (limit == null || limit.slot(property.name()) != null))
                .toList();
        return instance.withProperties(some);
    }
}
