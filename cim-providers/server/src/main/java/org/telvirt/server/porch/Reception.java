package org.telvirt.server.porch;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.cimxml.BodyTooLargeException;
import org.telvirt.server.settings.Limits;

/** Receives each request: checks the method, the user and the size, and shows the way to the door. */
final class Reception extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final Set<String> POSTS = Set.of("POST", "M-POST");
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Set<String> KNOWN_METHODS =
            Set.of("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT");
    /** Paths that other doors will have; DSP0200 leaves CIM-XML's path to the server. */
    private static final Set<String> RESERVED = Set.of("/wsman", "/wsman-anon");

    private static final String REQUEST_ID = "X-Request-Id";
    private static final int RUN_LETTERS = 6;

    private final Door door;
    private final Gate gate;
    private final Limits limits;
    private final LongSupplier nanoTime;
    private final AtomicInteger running;
    // tells the requests of this run from those of others in the same log
    private final String run = UUID.randomUUID().toString().substring(0, RUN_LETTERS);
    private final AtomicLong requests = new AtomicLong();

    /**
     * @param running counts the requests that are worked on
     */
    Reception(Door door, Gate gate, Limits limits, LongSupplier nanoTime, AtomicInteger running) {
        this.door = door;
        this.gate = gate;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.running = running;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        String method = request.getMethod();
        if (path.equals("/") && READS.contains(method)) {
            FrontPage.answer(request, response, callback);
        } else if (RESERVED.contains(path)) {
            PlainErrors.answer(response, 404, "There is nothing at " + path + "; CIM-XML is at /cimom", callback);
        } else if (!POSTS.contains(method)) {
            refuseMethod(method, response, callback);
        } else if (isTransferEncodingUnknown(request)) {
            PlainErrors.answer(response, 501, "The only transfer encoding known here is chunked", callback);
        } else {
            String user = gate.user(request, response, callback);
            if (user != null) {
                enter(user, request, response, callback);
            }
        }
        return true;
    }

    /** Jetty would take a body that is compressed and then chunked for one that is only chunked. */
    private static boolean isTransferEncodingUnknown(Request request) {
        String encoding = request.getHeaders().get(HttpHeader.TRANSFER_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("chunked");
    }

    private static void refuseMethod(String method, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.ALLOW, "POST, M-POST");
        boolean known = KNOWN_METHODS.contains(method);
        PlainErrors.answer(response, known ? 405 : 501, "CIM-XML needs the method POST", callback);
    }

    private void enter(String user, Request request, Response response, Callback callback) {
        if (request.getLength() > limits.requestBytes()) {
            fail(new BodyTooLargeException(limits.requestBytes()), "-", response, callback);
            return;
        }
        String requestId = run + "-" + requests.incrementAndGet();
        response.getHeaders().put(REQUEST_ID, requestId);
        JettyExchange exchange = new JettyExchange(request, response, requestId, user, limits, nanoTime);
        long began = nanoTime.getAsLong();
        running.incrementAndGet();
        try {
            door.handle(exchange);
            finish(exchange, callback);
        } catch (IOException e) {
            fail(e, requestId, response, callback);
        } catch (RuntimeException e) {
            LOG.error("Request {} failed in a way that nobody foresaw", requestId, e);
            fail(500, "The server failed; its log says how, at request " + requestId, response, callback);
        } finally {
            running.decrementAndGet();
        }
        LOG.debug(
                "Request {}: {} of {} at {}: {} after {} ms",
                requestId,
                request.getMethod(),
                user,
                exchange.remoteAddress(),
                response.getStatus(),
                (nanoTime.getAsLong() - began) / 1_000_000);
    }

    private static void finish(JettyExchange exchange, Callback callback) {
        if (exchange.aborted()) {
            callback.failed(new IOException("The door gave up"));
        } else {
            callback.succeeded();
        }
    }

    private static void fail(IOException e, String requestId, Response response, Callback callback) {
        LOG.debug("Request {} broke off: {}", requestId, e.toString());
        if (e instanceof SlowClientException || e.getCause() instanceof TimeoutException) {
            fail(408, "The request did not arrive in time", response, callback);
        } else if (e instanceof BodyTooLargeException) {
            fail(413, String.valueOf(e.getMessage()), response, callback);
        } else {
            callback.failed(e);
        }
    }

    private static void fail(int code, String message, Response response, Callback callback) {
        if (response.isCommitted()) {
            callback.failed(new IOException(message));
            return;
        }
        String requestId = response.getHeaders().get(REQUEST_ID);
        response.reset();
        if (requestId != null) {
            response.getHeaders().put(REQUEST_ID, requestId);
        }
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        PlainErrors.answer(response, code, message, callback);
    }
}
