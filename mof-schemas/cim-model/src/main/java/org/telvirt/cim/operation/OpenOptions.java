package org.telvirt.cim.operation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What every Open operation can say (DSP0200 §5.4.2.24.2).
 *
 * @param filterQueryLanguage null: no filter; then the query is null too
 * @param filterQuery null: no filter
 * @param operationTimeout how long the server keeps the context between two pulls; zero: for ever; null: its default
 * @param continueOnError whether pulls go on after an error
 * @param maxObjectCount the most objects in the answer, from 0
 */
public record OpenOptions(
        @Nullable String filterQueryLanguage,
        @Nullable String filterQuery,
        @Nullable Duration operationTimeout,
        boolean continueOnError,
        long maxObjectCount) {}
