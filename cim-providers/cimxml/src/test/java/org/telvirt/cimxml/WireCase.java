package org.telvirt.cimxml;

import java.io.IOException;
import java.util.function.Supplier;
import org.telvirt.cim.operation.CimOperation;

/**
 * A pair of files and what they mean.
 *
 * @param folder below {@code wire}
 * @param method the CIMMethod header field
 * @param object the CIMObject header field
 * @param result what the object manager answers
 */
record WireCase(String folder, String method, String object, CimOperation<?> operation, Supplier<Object> result) {
    static final String NAMESPACE = "root%2Fvirt";

    /** A case whose folder is named for the operation. */
    static WireCase of(CimOperation<?> operation, Supplier<Object> result) {
        return named(operation.operationName(), operation, result);
    }

    /** A case of an intrinsic operation. */
    static WireCase named(String folder, CimOperation<?> operation, Supplier<Object> result) {
        return new WireCase(folder, operation.operationName(), NAMESPACE, operation, result);
    }

    RecordedExchange send(ScriptedService service, byte[] body) throws IOException {
        RecordedExchange exchange = RecordedExchange.operation(method, object, body);
        new CimXmlDoor(service, CimXmlSettings.DEFAULT).handle(exchange);
        return exchange;
    }

    @Override
    public String toString() {
        return folder;
    }
}
