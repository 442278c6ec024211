package org.telvirt.cimom.query;

import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;

/** A query that is understood. Safe for use by many threads. */
public interface CompiledQuery {
    /** The class whose instances, subclasses included, are asked about. */
    CimName className();

    /**
     * What the query yields for ExecQuery: instances of their own classes.
     *
     * @param candidates the instances of the class, complete, each with its path; the result closes them
     */
    CimCursor<CimInstance> results(CimCursor<CimInstance> candidates) throws CimException;

    /**
     * What the query yields for OpenQueryInstances: instances of the class of the results.
     *
     * @param candidates the instances of the class, complete, each with its path; the result closes them
     */
    default CimCursor<CimInstance> rows(CimCursor<CimInstance> candidates) throws CimException {
        return results(candidates);
    }

    /** The class of the results, with the properties that the query selects. */
    CimClass resultClass();
}
