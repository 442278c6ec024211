package org.telvirt.cim.operation;

import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimNamespace;

/**
 * Asks for the instances that a query selects (DSP0200 §5.4.2.13). Those that the query shapes, by a list of what it
 * selects, have no path.
 *
 * @param language such as {@code WQL} or {@code DMTF:CQL}
 */
public record ExecQuery(CimNamespace namespace, String language, String query)
        implements CimOperation<CimCursor<CimInstance>> {
    @Override
    public CimCursor<CimInstance> performedBy(CimOperations target) throws CimException {
        return target.execQuery(this);
    }
}
