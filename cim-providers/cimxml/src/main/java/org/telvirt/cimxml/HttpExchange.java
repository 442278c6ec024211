package org.telvirt.cimxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange as the door sees it; the porch implements it. Authentication, transfer encodings and time limits are
 * the porch's and over before the door is called.
 */
public interface HttpExchange {
    /** The request method as sent, such as {@code POST} or {@code M-POST}. */
    String method();

    /** The path of the request target, not decoded. */
    String path();

    /** The protocol of the request, such as {@code HTTP/1.1}. */
    String protocol();

    /** Every value of the request header field of that name, regardless of case, in order; empty: absent. */
    List<String> headers(String name);

    /**
     * The body, without its transfer encoding.
     *
     * @throws BodyTooLargeException here or when it is read: it is past the porch's limit
     */
    InputStream body() throws IOException;

    /** The authenticated user. */
    String user();

    /** The address of the client. */
    String remoteAddress();

    /** The host and port that the client used for this server; they go into full object paths. */
    String serverHost();

    /** Names the exchange in logs. */
    String requestId();

    /** How long ago the request came; null: it is not measured. */
    default @Nullable Duration elapsed() {
        return null;
    }

    /** Sets the status of the answer; before {@link #output()}. */
    void status(int code);

    /** Sets a header field of the answer; before {@link #output()}. Without a Content-Length the answer is chunked. */
    void header(String name, String value);

    /** The body of the answer; the first call commits status and header fields. The caller closes it. */
    OutputStream output() throws IOException;

    /**
     * Says where the trailer fields come from once the body has been closed; before {@link #output()}, and only when the
     * client sent {@code TE: trailers}.
     */
    void trailers(Supplier<Map<String, String>> trailers);

    /** Cuts the connection, so that half an answer does not look whole. */
    void abort();
}
