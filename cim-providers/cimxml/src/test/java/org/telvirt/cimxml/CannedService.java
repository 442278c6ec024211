package org.telvirt.cimxml;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.PullEnumeration;

/** An object manager that has for every kind of operation the answer of a wire case. It keeps nothing. */
final class CannedService implements CimService {
    private final Map<String, Supplier<Object>> results = new HashMap<>();
    private long performed;

    CannedService() {
        WireTest.cases().forEach(wire -> results.put(kind(wire.operation()), wire.result()));
    }

    private static String kind(CimOperation<?> operation) {
        String name = operation.getClass().getSimpleName();
        if (operation instanceof OpenEnumeration<?> open) {
            return name + open.enumeration().itemKind().name();
        }
        return operation instanceof PullEnumeration<?> pull ? name + pull.kind().name() : name;
    }

    @Override
    @SuppressWarnings("unchecked") // the wire cases know which result belongs to the operation
    public <R> R execute(CimOperation<R> operation, CallContext context) {
        performed++;
        return (R) Objects.requireNonNull(results.get(kind(operation)), kind(operation))
                .get();
    }

    /** How many operations have come through. */
    long performed() {
        return performed;
    }
}
