package org.telvirt.server.porch;

import java.io.IOException;
import org.telvirt.cimxml.HttpExchange;

/** Whatever answers the requests of authenticated users. Safe for use by many threads. */
@FunctionalInterface
public interface Door {
    /**
     * Answers one request.
     *
     * @throws IOException the connection is gone
     */
    void handle(HttpExchange exchange) throws IOException;
}
