package org.telvirt.conformance.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cimxml.client.CimXmlTransport;

/** Carries CIM-XML to a server by URL. */
public final class HttpTransport implements CimXmlTransport {
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI uri;
    private final String authorization;

    /**
     * @param uri such as {@code http://localhost:5988/cimom}
     */
    public HttpTransport(URI uri, String user, String password) {
        this.uri = uri;
        authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    @Override
    public Reply post(String cimMethod, String cimObject, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(BOUND)
                .header("Authorization", authorization)
                .header("Content-Type", "application/xml; charset=utf-8")
                .header("CIMOperation", "MethodCall")
                .header("CIMProtocolVersion", "1.0")
                .header("CIMMethod", cimMethod)
                .header("CIMObject", cimObject)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return new HttpReply(http.send(request, BodyHandlers.ofInputStream()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private record HttpReply(HttpResponse<InputStream> response) implements Reply {
        @Override
        public int status() {
            return response.statusCode();
        }

        @Override
        public @Nullable String cimError() {
            return response.headers().firstValue("CIMError").orElse(null);
        }

        @Override
        public InputStream body() {
            return response.body();
        }

        @Override
        public Map<String, String> trailers() {
            // without TE: trailers the server buffers what it answers, and sends none
            return Map.of();
        }

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }
}
