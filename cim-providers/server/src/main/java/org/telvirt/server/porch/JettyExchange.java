package org.telvirt.server.porch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.telvirt.cimxml.HttpExchange;
import org.telvirt.server.settings.Limits;

/** A request and its answer in Jetty, as a door sees them. */
final class JettyExchange implements HttpExchange {
    private final Request request;
    private final Response response;
    private final String requestId;
    private final String user;
    private final Limits limits;
    private final LongSupplier nanoTime;
    private boolean aborted;

    JettyExchange(
            Request request, Response response, String requestId, String user, Limits limits, LongSupplier nanoTime) {
        this.request = request;
        this.response = response;
        this.requestId = requestId;
        this.user = user;
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return request.getHttpURI().getPath();
    }

    @Override
    public String protocol() {
        return request.getConnectionMetaData().getHttpVersion().asString();
    }

    @Override
    public List<String> headers(String name) {
        return request.getHeaders().getValuesList(name);
    }

    @Override
    public InputStream body() {
        return new RequestBody(Content.Source.asInputStream(request), limits.requestBytes(), pace());
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public String remoteAddress() {
        return Request.getRemoteAddr(request);
    }

    @Override
    public String serverHost() {
        return request.getHttpURI().getAuthority();
    }

    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - request.getBeginNanoTime());
    }

    @Override
    public void status(int code) {
        response.setStatus(code);
    }

    @Override
    public void header(String name, String value) {
        response.getHeaders().put(name, value);
    }

    /** Buffered, so that a small answer leaves in one write with its header: two would cost a delayed acknowledgment. */
    @Override
    public OutputStream output() {
        return new AnswerBody(Response.asBufferedOutputStream(request, response), pace());
    }

    @Override
    public void trailers(Supplier<Map<String, String>> trailers) {
        response.setTrailersSupplier(() -> {
            HttpFields.Mutable fields = HttpFields.build();
            trailers.get().forEach(fields::put);
            return fields;
        });
    }

    @Override
    public void abort() {
        aborted = true;
        request.getConnectionMetaData().getConnection().getEndPoint().close(new IOException("The door gave up"));
    }

    boolean aborted() {
        return aborted;
    }

    private Pace pace() {
        return new Pace(limits.bytesPerSecond(), limits.requestTimeout(), nanoTime);
    }
}
