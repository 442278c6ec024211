package org.telvirt.server.porch;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.telvirt.server.access.Authenticator;
import org.telvirt.server.access.CertificateUser;
import org.telvirt.server.access.Credentials;
import org.telvirt.server.access.Verdict;

/**
 * Lets in who has a user and a password (RFC 7617) or a certificate for a user, and answers all others. A certificate
 * must be for a user whatever else comes with it; a password beside it says who the caller is. Safe for use by many
 * threads.
 */
final class Gate {
    private static final String CHALLENGE = "Basic realm=\"telvirt\", charset=\"UTF-8\"";

    // RFC 6750; for the commands of whoever owns the state folder
    private static final String KEY_SCHEME = "Bearer ";

    private final Authenticator authenticator;

    private final CertificateUser certificateUser;

    Gate(Authenticator authenticator, CertificateUser certificateUser) {
        this.authenticator = authenticator;
        this.certificateUser = certificateUser;
    }

    /** The user who sent the request; null: none may have, and the request has been answered. */
    @Nullable
    String user(Request request, Response response, Callback callback) {
        String shown = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        X509Certificate certificate = certificate(request);
        if (certificate != null) {
            Optional<String> vouched = certificateUser.of(certificate).filter(authenticator::knows);
            if (vouched.isEmpty()) {
                String subject = certificate.getSubjectX500Principal().getName();
                PlainErrors.answer(response, 403, "The certificate of " + subject + " is for no user here", callback);
                return null;
            }
            if (shown == null) {
                return vouched.get();
            }
        }
        if (shown != null && shown.startsWith(KEY_SCHEME)) {
            String owner =
                    authenticator.userOfKey(shown.substring(KEY_SCHEME.length()).strip());
            if (owner != null) {
                return owner;
            }
        }
        return user(Credentials.ofHeader(shown), request, response, callback);
    }

    private static @Nullable X509Certificate certificate(Request request) {
        Object data = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
        X509Certificate[] chain = data instanceof EndPoint.SslSessionData tls ? tls.peerCertificates() : null;
        return chain == null || chain.length == 0 ? null : chain[0];
    }

    private @Nullable String user(
            @Nullable Credentials credentials, Request request, Response response, Callback callback) {
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
            challenge(request, response, callback);
        }
        return null;
    }

    /**
     * Asks for credentials. A WBEM client is told nothing else: the SBLIM client does not read what a 401 says, takes it
     * for the answer to its next request, and then performs that one twice.
     */
    private static void challenge(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, CHALLENGE);
        if (HttpMethod.GET.is(request.getMethod())) {
            PlainErrors.answer(response, 401, "A user and a password are needed (HTTP Basic authentication)", callback);
        } else {
            response.setStatus(401);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
            response.write(true, null, callback);
        }
    }
}
