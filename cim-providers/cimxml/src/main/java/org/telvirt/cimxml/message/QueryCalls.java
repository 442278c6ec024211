package org.telvirt.cimxml.message;

import java.util.Map;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.ExecQuery;
import org.telvirt.cim.operation.OpenQueryInstances;
import org.telvirt.cimxml.xml.WireException;

/** The operations that ask by a query (DSP0200 §5.4.2.13 and 24.9). */
final class QueryCalls {
    private QueryCalls() {}

    static Map<String, IntrinsicCall> all() {
        return Map.of(
                "ExecQuery",
                IntrinsicCall.of(QueryCalls::execQuery, "QueryLanguage", "Query"),
                "OpenQueryInstances",
                IntrinsicCall.of(
                        QueryCalls::openQuery,
                        "FilterQueryLanguage",
                        "FilterQuery",
                        "ReturnQueryResultClass",
                        "OperationTimeout",
                        "ContinueOnError",
                        "MaxObjectCount"));
    }

    private static CimOperation<?> execQuery(CimNamespace namespace, Parameters parameters) throws CimException {
        return new ExecQuery(namespace, parameters.requiredText("QueryLanguage"), parameters.requiredText("Query"));
    }

    private static CimOperation<?> openQuery(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        return new OpenQueryInstances(
                namespace,
                parameters.requiredText("FilterQueryLanguage"),
                parameters.requiredText("FilterQuery"),
                parameters.flag("ReturnQueryResultClass", false),
                OpenCalls.options(parameters, null, null));
    }
}
