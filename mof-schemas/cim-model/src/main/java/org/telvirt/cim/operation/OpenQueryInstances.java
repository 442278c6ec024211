package org.telvirt.cim.operation;

import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;

/**
 * Begins the enumeration of what a query selects (DSP0200 §5.4.2.24.9).
 *
 * @param resultClass whether the answer shall have the class of the results
 * @param options without a filter, for the query is the filter
 */
public record OpenQueryInstances(
        CimNamespace namespace, String language, String query, boolean resultClass, OpenOptions options)
        implements CimOperation<OpenedQuery> {
    @Override
    public OpenedQuery performedBy(CimOperations target) throws CimException {
        return target.openQuery(this);
    }
}
