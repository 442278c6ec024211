package org.telvirt.cimom;

import java.time.Duration;
import java.util.OptionalLong;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CloseEnumeration;
import org.telvirt.cim.operation.CountEnumeration;
import org.telvirt.cim.operation.Done;
import org.telvirt.cim.operation.EnumerationOperation;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cim.operation.OpenQueryInstances;
import org.telvirt.cim.operation.OpenedQuery;
import org.telvirt.cim.operation.PullEnumeration;
import org.telvirt.cimom.enumeration.EnumerationKey;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.enumeration.EnumerationTable;
import org.telvirt.cimom.enumeration.Lease;
import org.telvirt.cimom.enumeration.Portion;
import org.telvirt.cimom.query.CompiledQuery;
import org.telvirt.cimom.query.QueryLanguages;
import org.telvirt.cimom.routing.Space;

/**
 * Pulled enumerations (DSP0200 §5.4.2.24). Conditions of Open are tested in the order INVALID_OPERATION_TIMEOUT,
 * INVALID_PARAMETER, INVALID_CLASS or NOT_FOUND, FILTERED_ENUMERATION_NOT_SUPPORTED, QUERY_LANGUAGE_NOT_SUPPORTED,
 * INVALID_QUERY. An answer whose time is over goes out with what it has. Safe for use by many threads.
 */
final class PullService {
    private final EnumerationTable table;
    private final EnumerationLimits limits;
    private final AssociationReader associations;
    private final QueryService queries;
    private final QueryLanguages languages;
    private final EnumerationSizes sizes;
    private final Deadlines deadlines;

    PullService(
            EnumerationTable table,
            EnumerationLimits limits,
            AssociationReader associations,
            QueryService queries,
            QueryLanguages languages,
            EnumerationSizes sizes,
            Deadlines deadlines) {
        this.table = table;
        this.limits = limits;
        this.associations = associations;
        this.queries = queries;
        this.languages = languages;
        this.sizes = sizes;
        this.deadlines = deadlines;
    }

    /** Makes the run of values that an Open operation is about; it may outlive the call. */
    @FunctionalInterface
    interface Source<T> {
        CimCursor<T> run(EnumerationOperation<T> enumeration, CallContext lasting) throws CimException;
    }

    /** Makes the run of what a query yields; it may outlive the call. */
    @FunctionalInterface
    interface QuerySource {
        CimCursor<CimInstance> run(CompiledQuery query, CallContext lasting) throws CimException;
    }

    <T> EnumerationPart<T> open(OpenEnumeration<T> operation, Space space, CallContext context, Source<T> source)
            throws CimException {
        OpenOptions options = operation.options();
        Duration timeout = limits.timeout(options.operationTimeout());
        refuseHalfFilter(options);
        EnumerationOperation<T> enumeration = operation.enumeration();
        // nothing is asked of a provider before the first value is
        CimCursor<T> run = source.run(enumeration, lasting(context));
        associations.requireSource(enumeration, space, context);
        FilteredEnumeration<T> filtered = FilteredEnumeration.of(enumeration, options, languages, space.schema());
        OptionalLong total = filtered == null ? sizes.of(enumeration, space, context) : OptionalLong.empty();
        CimCursor<T> wanted = filtered == null ? run : filtered.sifted(source.run(filtered.whole(), lasting(context)));
        return table.open(
                space.namespace(),
                context.user(),
                enumeration.itemKind(),
                wanted,
                new Lease(timeout, options.continueOnError(), total),
                portion(options.maxObjectCount(), context));
    }

    OpenedQuery openQuery(OpenQueryInstances operation, Space space, CallContext context, QuerySource source)
            throws CimException {
        OpenOptions options = operation.options();
        Duration timeout = limits.timeout(options.operationTimeout());
        refuseNegativeCount(options);
        CompiledQuery query = queries.compiled(operation.language(), operation.query(), space);
        CimCursor<CimInstance> results = source.run(query, lasting(context))
                .map(instance -> instance.path() == null ? instance : instance.at(null));
        EnumerationPart<CimInstance> part = table.open(
                space.namespace(),
                context.user(),
                ItemKind.INSTANCES,
                results,
                new Lease(timeout, options.continueOnError(), OptionalLong.empty()),
                portion(options.maxObjectCount(), context));
        return new OpenedQuery(part, operation.resultClass() ? query.resultClass() : null);
    }

    private Portion portion(long count, CallContext context) {
        return context.deadline() == null ? new Portion(count) : new Portion(count, () -> deadlines.isOver(context));
    }

    private static CallContext lasting(CallContext context) {
        return new CallContext(
                context.user(),
                context.remoteAddress(),
                context.door(),
                context.requestId(),
                context.serverHost(),
                context.languages(),
                null);
    }

    private static void refuseHalfFilter(OpenOptions options) throws CimException {
        if ((options.filterQuery() == null) != (options.filterQueryLanguage() == null)) {
            throw CimException.invalidParameter(
                    options.filterQuery() == null
                            ? "FilterQueryLanguage is given without FilterQuery; give both or neither"
                            : "FilterQuery is given without FilterQueryLanguage; give both or neither");
        }
        refuseNegativeCount(options);
    }

    private static void refuseNegativeCount(OpenOptions options) throws CimException {
        if (options.maxObjectCount() < 0) {
            throw CimException.invalidParameter(
                    "MaxObjectCount is " + options.maxObjectCount() + "; it cannot be less than 0");
        }
    }

    <T> EnumerationPart<T> pull(PullEnumeration<T> operation, Space space, CallContext context) throws CimException {
        return table.pull(
                key(operation.context(), space, context),
                operation.kind(),
                portion(operation.maxObjectCount(), context));
    }

    Done close(CloseEnumeration operation, Space space, CallContext context) throws CimException {
        table.close(key(operation.context(), space, context));
        return Done.DONE;
    }

    /** About how many values are left, where nobody has to walk to know. */
    OptionalLong count(CountEnumeration operation, Space space, CallContext context) throws CimException {
        return table.left(key(operation.context(), space, context));
    }

    private static EnumerationKey key(String enumeration, Space space, CallContext context) {
        return new EnumerationKey(space.namespace(), context.user(), enumeration);
    }
}
