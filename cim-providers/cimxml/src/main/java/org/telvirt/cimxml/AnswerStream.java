package org.telvirt.cimxml;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cimxml.xml.XmlOutput;

/**
 * Sends a response message. What fits in the first buffer goes out at once with its length; what does not is sent
 * piece by piece, and from then on the status can only be corrected by trailer fields (DSP0200 §6.6).
 */
final class AnswerStream implements XmlOutput.Sink {
    /** When an answer stops being held back. */
    static final int COMMIT_BYTES = 64 * 1024;

    private static final String STATUS = "CIMStatusCode";
    private static final String DESCRIPTION = "CIMStatusCodeDescription";

    private static final int NANOS_PER_MICRO = 1000;

    private final HttpExchange exchange;
    private final Extension extension;
    private final boolean trailers;
    private @Nullable OutputStream out;
    private boolean last;
    private volatile @Nullable CimException failure;

    /**
     * @param trailers whether the client takes trailer fields
     */
    AnswerStream(HttpExchange exchange, Extension extension, boolean trailers) {
        this.exchange = exchange;
        this.extension = extension;
        this.trailers = trailers;
    }

    @Override
    public void write(byte[] buffer, int length) throws IOException {
        OutputStream stream = out;
        if (stream == null) {
            stream = commit(length);
            out = stream;
        }
        stream.write(buffer, 0, length);
    }

    private OutputStream commit(int length) throws IOException {
        exchange.status(200);
        exchange.header("Content-Type", "application/xml; charset=\"utf-8\"");
        extension.announce(exchange);
        exchange.header(extension.prefixed("CIMOperation"), "MethodResponse");
        Duration elapsed = exchange.elapsed();
        if (elapsed != null && !elapsed.isNegative()) {
            exchange.header("WBEMServerResponseTime", Long.toString(elapsed.toNanos() / NANOS_PER_MICRO));
        }
        if (!exchange.headers("Accept-Language").isEmpty()) {
            // all that this server says itself is English
            exchange.header("Content-Language", "en");
        }
        if (last) {
            exchange.header("Content-Length", Integer.toString(length));
        } else if (trailers) {
            exchange.header("Trailer", extension.prefixed(STATUS) + ", " + extension.prefixed(DESCRIPTION));
            exchange.trailers(this::trailerFields);
        }
        return exchange.output();
    }

    private Map<String, String> trailerFields() {
        CimException late = failure;
        if (late == null) {
            return Map.of();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(extension.prefixed(STATUS), Integer.toString(late.status().code()));
        fields.put(extension.prefixed(DESCRIPTION), late.getMessage().replaceAll("[^\\x20-\\x7E]", "?"));
        return fields;
    }

    /** Sends the rest of a complete message. */
    void finish(XmlOutput message) throws IOException {
        last = true;
        message.flush();
        close();
    }

    /** Ends a message that was broken off by a failure: by trailer fields, else by cutting the connection. */
    void breakOff(CimException late) throws IOException {
        failure = late;
        if (trailers) {
            // the end of the XML is left out, so that whoever overlooks the trailers does not take it for whole
            close();
        } else {
            exchange.abort();
        }
    }

    private void close() throws IOException {
        OutputStream stream = out;
        if (stream != null) {
            stream.close();
        }
    }
}
