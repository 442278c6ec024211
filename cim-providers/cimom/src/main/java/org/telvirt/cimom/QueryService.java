package org.telvirt.cimom;

import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.ExecQuery;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.authorization.Sieve;
import org.telvirt.cimom.query.CompiledQuery;
import org.telvirt.cimom.query.QueryLanguages;
import org.telvirt.cimom.routing.Space;

/** Puts queries to the instances of the class that they name (DSP0200 §5.4.2.13). Safe for use by many threads. */
final class QueryService {
    private final QueryLanguages languages;
    private final InstanceReader instances;

    QueryService(QueryLanguages languages, InstanceReader instances) {
        this.languages = languages;
        this.instances = instances;
    }

    /** The query, of which nothing has been asked of a provider yet. */
    CompiledQuery compiled(String language, String text, Space space) throws CimException {
        CompiledQuery query = languages.forQueries(language).query(text, space.schema());
        CimName name = query.className();
        if (space.schema().find(name) == null) {
            throw new CimException(
                    CimStatus.INVALID_QUERY,
                    "The query asks for instances of " + name + ", a class that does not exist in namespace "
                            + space.namespace());
        }
        return query;
    }

    CimCursor<CimInstance> execute(ExecQuery operation, Space space, Sieve sieve, CallContext context)
            throws CimException {
        CompiledQuery query = compiled(operation.language(), operation.query(), space);
        return query.results(candidates(query, space, sieve, context));
    }

    CimCursor<CimInstance> rows(CompiledQuery query, Space space, Sieve sieve, CallContext context)
            throws CimException {
        return query.rows(candidates(query, space, sieve, context));
    }

    private CimCursor<CimInstance> candidates(CompiledQuery query, Space space, Sieve sieve, CallContext context)
            throws CimException {
        EnumerateInstances all = new EnumerateInstances(space.namespace(), query.className(), true, InstanceView.ALL);
        return sieve.instances(instances.enumerate(all, space, context));
    }
}
