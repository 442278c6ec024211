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
     * What the query yields.
     *
     * @param candidates the instances of the class, complete, each with its path; the result closes them
     */
    CimCursor<CimInstance> results(CimCursor<CimInstance> candidates) throws CimException;

    /** The class of the results, with the properties that the query selects. */
    CimClass resultClass();
}
