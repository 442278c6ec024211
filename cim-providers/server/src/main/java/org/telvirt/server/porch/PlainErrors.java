package org.telvirt.server.porch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Jetty's own error answers: a line of plain text, and nothing of our inside. */
final class PlainErrors extends ErrorHandler {
    /** When to try again after the server had too much to do. */
    private static final int RETRY_SECONDS = 1;

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        if (code == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        answer(response, code, code < 500 && message != null ? message : HttpStatus.getMessage(code), callback);
    }

    /** Answers with a line of text. */
    static void answer(Response response, int code, String message, Callback callback) {
        answer(response, code, "text/plain; charset=utf-8", message + "\n", callback);
    }

    static void answer(Response response, int code, String type, String content, Callback callback) {
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        response.setStatus(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, text.length);
        response.write(true, ByteBuffer.wrap(text), callback);
    }
}
