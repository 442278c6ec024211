package org.telvirt.sdk.cimxml;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimNamespace;

/**
 * Where a server is, and who wants to be known there.
 *
 * @param server such as {@code https://host:5989}
 * @param namespace that the connection works in
 * @param tls how the server proves who it is, and the client if it has to; null: as the JDK is set up
 * @param timeout for the server to begin with an answer
 */
public record ConnectionSettings(
        URI server,
        CimNamespace namespace,
        String user,
        String password,
        @Nullable SSLContext tls,
        Duration timeout) {
    private static final CimNamespace VIRT = CimNamespace.of("root/virt");
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

    /** Refuses what is no server of CIM-XML. */
    public ConnectionSettings {
        boolean known = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
        if (!known || server.getHost() == null) {
            throw new IllegalArgumentException(
                    "'" + server + "' is no server of CIM-XML; give http://HOST[:PORT] or https://HOST[:PORT]");
        }
    }

    /** A user of the namespace {@code root/virt}, with what the JDK trusts. */
    public static ConnectionSettings of(URI server, String user, String password) {
        return new ConnectionSettings(server, VIRT, user, password, null, USUAL_TIMEOUT);
    }

    public ConnectionSettings in(CimNamespace other) {
        return new ConnectionSettings(server, other, user, password, tls, timeout);
    }

    public ConnectionSettings withTimeout(Duration other) {
        return new ConnectionSettings(server, namespace, user, password, tls, other);
    }

    public ConnectionSettings withTls(SSLContext other) {
        return new ConnectionSettings(server, namespace, user, password, other, timeout);
    }

    /**
     * Trusts these certificates, and no others: that of the server itself, if it vouches for itself, or of those who vouch for it.
     *
     * @param certificates a file in PEM form
     * @throws IOException it cannot be read, or holds no certificates
     */
    public ConnectionSettings trusting(Path certificates) throws IOException {
        try (InputStream in = Files.newInputStream(certificates)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry(Integer.toString(store.size()), each);
            }
            if (store.size() == 0) {
                throw new IOException(certificates + " holds no certificate in PEM form");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return withTls(context);
        } catch (GeneralSecurityException e) {
            throw new IOException(certificates + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " in " + namespace + " at " + server;
    }
}
