package org.telvirt.cimxml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cimxml.xml.CimError;
import org.telvirt.cimxml.xml.WireException;

/**
 * An answer that is an HTTP error: a request from which no operation could be taken.
 *
 * @param error the CIMError header; null: none
 * @param reason thing, cause and cure, for a person
 * @param headers further header fields
 */
record HttpRefusal(int status, @Nullable CimError error, String reason, Map<String, String> headers) {
    private static final String TEXT = "text/plain; charset=utf-8";

    static HttpRefusal of(int status, String reason) {
        return new HttpRefusal(status, null, reason, Map.of());
    }

    static HttpRefusal of(CimError error, String reason) {
        return new HttpRefusal(error.httpStatus(), error, reason, Map.of());
    }

    static HttpRefusal of(WireException e) {
        return of(e.error(), e.getMessage());
    }

    /** Sends the answer. */
    void send(HttpExchange exchange, Extension extension) throws IOException {
        byte[] body = (reason + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.status(status);
        headers.forEach(exchange::header);
        exchange.header("Content-Type", TEXT);
        exchange.header("Content-Length", Integer.toString(body.length));
        if (error != null) {
            extension.announce(exchange);
            exchange.header(extension.prefixed("CIMError"), error.word());
        }
        try (OutputStream out = exchange.output()) {
            out.write(body);
        }
    }
}
