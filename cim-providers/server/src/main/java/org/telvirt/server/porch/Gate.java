package org.telvirt.server.porch;

import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.telvirt.server.access.Authenticator;
import org.telvirt.server.access.Credentials;
import org.telvirt.server.access.Verdict;

/** Lets in who has a user and a password (RFC 7617), and answers all others. Safe for use by many threads. */
final class Gate {
    private static final String CHALLENGE = "Basic realm=\"telvirt\", charset=\"UTF-8\"";

    private final Authenticator authenticator;

    Gate(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** The user who sent the request; null: none may have, and the request has been answered. */
    @Nullable
    String user(Request request, Response response, Callback callback) {
        Credentials credentials = Credentials.ofHeader(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        Verdict verdict = authenticator.check(credentials, Request.getRemoteAddr(request));
        if (verdict instanceof Verdict.Granted granted) {
            return granted.user();
        }
        if (verdict instanceof Verdict.TooManyGuesses tooMany) {
            long seconds =
                    Math.max(1, tooMany.pause().plus(Duration.ofMillis(999)).toSeconds());
            response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds);
            PlainErrors.answer(
                    response,
                    429,
                    "Too many wrong passwords came from your address; try again in " + seconds + " s",
                    callback);
        } else if (verdict instanceof Verdict.Busy) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
            PlainErrors.answer(response, 503, "Too many passwords are being checked; try again in 1 s", callback);
        } else {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, CHALLENGE);
            PlainErrors.answer(response, 401, "A user and a password are needed (HTTP Basic authentication)", callback);
        }
        return null;
    }
}
