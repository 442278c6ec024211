package org.telvirt.server.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cimxml.client.CimXmlTransport;

/** Carries CIM-XML to a server over connections that are kept. Safe for use by many threads. */
public final class HttpTransport implements CimXmlTransport {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Remote server;

    public HttpTransport(Remote server) {
        this.server = server;
    }

    @Override
    public Reply post(String cimMethod, String cimObject, byte[] body) throws IOException {
        HttpRequest request = server.request("/cimom")
                .timeout(PATIENCE)
                .header("Content-Type", "application/xml; charset=utf-8")
                .header("CIMOperation", "MethodCall")
                .header("CIMProtocolVersion", "1.0")
                .header("CIMMethod", cimMethod)
                .header("CIMObject", cimObject)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return new HttpReply(server.http().send(request, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The request was interrupted");
        }
    }

    /** Java's client hides trailers; not having said TE: trailers, we get none. */
    private record HttpReply(HttpResponse<InputStream> answer) implements Reply {
        @Override
        public int status() {
            return answer.statusCode();
        }

        @Override
        public @Nullable String cimError() {
            return answer.headers().firstValue("CIMError").orElse(null);
        }

        @Override
        public InputStream body() {
            return answer.body();
        }

        @Override
        public Map<String, String> trailers() {
            return Map.of();
        }

        @Override
        public void close() throws IOException {
            answer.body().close();
        }
    }
}
