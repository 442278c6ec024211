package org.telvirt.cimxml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An exchange in memory that refuses to be used in the wrong order. */
final class RecordedExchange implements HttpExchange {
    private final Map<String, List<String>> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final InputStream body;
    private String method = "POST";
    private String protocol = "HTTP/1.1";

    private @Nullable Duration elapsed;
    private int status;
    private final Map<String, String> answerHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private int writes;
    private int failAfterWrites = Integer.MAX_VALUE;
    private boolean committed;
    private boolean closed;
    private boolean aborted;
    private @Nullable Supplier<Map<String, String>> trailers;
    private Map<String, String> sentTrailers = Map.of();

    RecordedExchange(InputStream body) {
        this.body = body;
        with("Host", "server:5988");
        with("Content-Type", "application/xml; charset=\"utf-8\"");
    }

    /** A request with the header fields of a client that does it right. */
    static RecordedExchange operation(String method, String object, byte[] body) {
        return new RecordedExchange(new ByteArrayInputStream(body))
                .with("CIMOperation", "MethodCall")
                .with("CIMProtocolVersion", "1.0")
                .with("CIMMethod", method)
                .with("CIMObject", object);
    }

    static RecordedExchange operation(String method, String object, String body) {
        return operation(method, object, body.getBytes(StandardCharsets.UTF_8));
    }

    RecordedExchange with(String name, String... values) {
        requestHeaders.put(name, List.of(values));
        return this;
    }

    RecordedExchange without(String name) {
        requestHeaders.remove(name);
        return this;
    }

    RecordedExchange method(String other) {
        method = other;
        return this;
    }

    RecordedExchange protocol(String other) {
        protocol = other;
        return this;
    }

    RecordedExchange after(Duration time) {
        elapsed = time;
        return this;
    }

    @Override
    public @Nullable Duration elapsed() {
        return elapsed;
    }

    RecordedExchange failingAfter(int successfulWrites) {
        failAfterWrites = successfulWrites;
        return this;
    }

    /** The same request as an M-POST, its CIM header fields behind a prefix. */
    RecordedExchange asExtension(String prefix) {
        for (String name : List.copyOf(requestHeaders.keySet())) {
            if (name.toUpperCase(Locale.ROOT).startsWith("CIM")) {
                requestHeaders.put(prefix + "-" + name, requestHeaders.remove(name));
            }
        }
        return method("M-POST").with("Man", "http://www.dmtf.org/cim/mapping/http/v1.0;ns=" + prefix);
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return "/cimom";
    }

    @Override
    public String protocol() {
        return protocol;
    }

    @Override
    public List<String> headers(String name) {
        return requestHeaders.getOrDefault(name, List.of());
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public String user() {
        return "ada";
    }

    @Override
    public String remoteAddress() {
        return "192.0.2.7";
    }

    @Override
    public String serverHost() {
        return "server:5988";
    }

    @Override
    public String requestId() {
        return "r1";
    }

    @Override
    public void status(int code) {
        requireUncommitted();
        status = code;
    }

    @Override
    public void header(String name, String value) {
        requireUncommitted();
        answerHeaders.put(name, value);
    }

    @Override
    public void trailers(Supplier<Map<String, String>> supplier) {
        requireUncommitted();
        if (!headers("TE").toString().contains("trailers")) {
            throw new IllegalStateException("the client takes no trailers");
        }
        trailers = supplier;
    }

    private void requireUncommitted() {
        if (committed) {
            throw new IllegalStateException("status and header fields have been sent");
        }
    }

    @Override
    public OutputStream output() {
        committed = true;
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (closed || aborted) {
                    throw new IllegalStateException("the answer has ended");
                }
                if (writes++ >= failAfterWrites) {
                    throw new IOException("Broken pipe");
                }
                answer.write(bytes, offset, length);
            }

            @Override
            public void close() {
                closed = true;
                if (trailers != null) {
                    sentTrailers = new LinkedHashMap<>(trailers.get());
                }
            }
        };
    }

    @Override
    public void abort() {
        aborted = true;
    }

    int status() {
        return status;
    }

    @Nullable
    String answerHeader(String name) {
        return answerHeaders.get(name);
    }

    String answer() {
        return answer.toString(StandardCharsets.UTF_8);
    }

    int writes() {
        return writes;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isAborted() {
        return aborted;
    }

    Map<String, String> sentTrailers() {
        return sentTrailers;
    }

    List<String> answerHeaderNames() {
        return new ArrayList<>(answerHeaders.keySet());
    }
}
