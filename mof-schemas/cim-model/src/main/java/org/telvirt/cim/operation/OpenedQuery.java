package org.telvirt.cim.operation;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;

/**
 * The first part of what a query selects.
 *
 * @param part the instances, which have no path
 * @param resultClass the class of the results; null: not asked for
 */
public record OpenedQuery(
        EnumerationPart<CimInstance> part, @Nullable CimClass resultClass) {}
