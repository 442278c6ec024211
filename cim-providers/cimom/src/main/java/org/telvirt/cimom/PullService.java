package org.telvirt.cimom;

import java.time.Duration;
import java.util.OptionalLong;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CloseEnumeration;
import org.telvirt.cim.operation.CountEnumeration;
import org.telvirt.cim.operation.Done;
import org.telvirt.cim.operation.EnumerationOperation;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cim.operation.PullEnumeration;
import org.telvirt.cimom.enumeration.EnumerationKey;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.enumeration.EnumerationTable;
import org.telvirt.cimom.routing.Space;

/**
 * Pulled enumerations (DSP0200 §5.4.2.24). Conditions of Open are tested in the order INVALID_OPERATION_TIMEOUT,
 * CONTINUATION_ON_ERROR_NOT_SUPPORTED, INVALID_PARAMETER, INVALID_CLASS or NOT_FOUND, FILTERED_ENUMERATION_NOT_SUPPORTED.
 * Safe for use by many threads.
 */
final class PullService {
    private final EnumerationTable table;
    private final EnumerationLimits limits;
    private final AssociationReader associations;

    PullService(EnumerationTable table, EnumerationLimits limits, AssociationReader associations) {
        this.table = table;
        this.limits = limits;
        this.associations = associations;
    }

    /** Makes the run of values that an Open operation is about; it may outlive the call. */
    @FunctionalInterface
    interface Source<T> {
        CimCursor<T> run(CallContext lasting) throws CimException;
    }

    <T> EnumerationPart<T> open(OpenEnumeration<T> operation, Space space, CallContext context, Source<T> source)
            throws CimException {
        OpenOptions options = operation.options();
        Duration timeout = limits.timeout(options.operationTimeout());
        refuseContinuation(options);
        refuseHalfFilter(options);
        EnumerationOperation<T> enumeration = operation.enumeration();
        // nothing is asked of a provider before the first value is
        CimCursor<T> run = source.run(lasting(context));
        associations.requireSource(enumeration, space, context);
        refuseFilter(options);
        return table.open(
                space.namespace(), context.user(), enumeration.itemKind(), run, timeout, options.maxObjectCount());
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

    private static void refuseContinuation(OpenOptions options) throws CimException {
        if (options.continueOnError()) {
            throw new CimException(
                    CimStatus.CONTINUATION_ON_ERROR_NOT_SUPPORTED,
                    "Enumerations do not go on after an error; ask with ContinueOnError FALSE");
        }
    }

    private static void refuseHalfFilter(OpenOptions options) throws CimException {
        if ((options.filterQuery() == null) != (options.filterQueryLanguage() == null)) {
            throw CimException.invalidParameter(
                    options.filterQuery() == null
                            ? "FilterQueryLanguage is given without FilterQuery; give both or neither"
                            : "FilterQuery is given without FilterQueryLanguage; give both or neither");
        }
        if (options.maxObjectCount() < 0) {
            throw CimException.invalidParameter(
                    "MaxObjectCount is " + options.maxObjectCount() + "; it cannot be less than 0");
        }
    }

    private static void refuseFilter(OpenOptions options) throws CimException {
        if (options.filterQuery() != null) {
            throw new CimException(
                    CimStatus.FILTERED_ENUMERATION_NOT_SUPPORTED,
                    "Filters on enumerations are not offered; ask without FilterQuery");
        }
    }

    <T> EnumerationPart<T> pull(PullEnumeration<T> operation, Space space, CallContext context) throws CimException {
        return table.pull(key(operation.context(), space, context), operation.kind(), operation.maxObjectCount());
    }

    Done close(CloseEnumeration operation, Space space, CallContext context) throws CimException {
        table.close(key(operation.context(), space, context));
        return Done.DONE;
    }

    /** Not known, as values are found while they are pulled. */
    OptionalLong count(CountEnumeration operation, Space space, CallContext context) throws CimException {
        table.check(key(operation.context(), space, context));
        return OptionalLong.empty();
    }

    private static EnumerationKey key(String enumeration, Space space, CallContext context) {
        return new EnumerationKey(space.namespace(), context.user(), enumeration);
    }
}
