package org.telvirt.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.state.Announcement;

/**
 * A server that a command talks to: the one of a state folder, whose key and certificate are there, or any other by its
 * URL, a user and a password.
 *
 * @param url such as {@code https://127.0.0.1:5989}
 * @param authorization the value of the field
 * @param http trusts the certificate
 */
public record Remote(URI url, String authorization, HttpClient http) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * The server that runs on a state folder.
     *
     * @throws StartException NOT_RUNNING: none does; STATE_UNUSABLE: the folder is not ours to read
     */
    public static Remote local(Path state) throws StartException {
        Announcement announcement;
        try {
            announcement = Announcement.read(state)
                    .orElseThrow(
                            () -> new StartException(
                                    ExitCode.NOT_RUNNING,
                                    "No server runs on the state folder " + state
                                            + "; start one with: telvirt serve, or name another with --state DIR or --url URL"));
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.STATE_UNUSABLE,
                    "Cannot read the state folder " + state + " (" + e.getMessage()
                            + "); become its owner, or give --url URL and --user NAME",
                    e);
        }
        String url = announcement
                .http()
                .map(address -> "http://" + address)
                .orElseGet(() -> "https://" + announcement.https().orElse("localhost"));
        return new Remote(
                URI.create(url),
                "Bearer " + announcement.key(),
                client(Optional.of(state.resolve("tls-certificate.pem"))));
    }

    /**
     * Any server.
     *
     * @param url with or without a path
     * @param certificate trusted besides those that Java trusts; empty: none
     */
    public static Remote of(URI url, String user, String password, Optional<Path> certificate) throws StartException {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return new Remote(url.resolve("/"), "Basic " + pair, client(certificate));
    }

    private static HttpClient client(Optional<Path> certificate) throws StartException {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
        if (certificate.isPresent()) {
            client.sslContext(trusting(certificate.get()));
        }
        return client.build();
    }

    private static SSLContext trusting(Path certificate) throws StartException {
        try (InputStream file = Files.newInputStream(certificate)) {
            KeyStore trusted = KeyStore.getInstance("JKS");
            trusted.load(null, null);
            int number = 0;
            for (var one : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                trusted.setCertificateEntry("server-" + ++number, one);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartException(
                    ExitCode.SETTINGS,
                    "Cannot read the server's certificate from " + certificate + ": " + e.getMessage(),
                    e);
        }
    }

    /** A request to a path of the server, with who we are. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", authorization);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return url.toString();
    }
}
