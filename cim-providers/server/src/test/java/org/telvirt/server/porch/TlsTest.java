package org.telvirt.server.porch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    @TempDir
    private Path folder;

    private OpenPorch open;

    @BeforeEach
    void openPorch() throws Exception {
        open = new OpenPorch(folder, Map.of(), exchange -> {});
    }

    @AfterEach
    void closePorch() {
        open.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isSpokenInTheVersionsThatAreSafe(String version) throws Exception {
        try (SSLSocket socket = socket("127.0.0.1", version);
                RawConnection connection = new RawConnection(socket)) {
            assertThat(connection
                            .send("GET / HTTP/1.1", "Host: x", "")
                            .receive()
                            .body())
                    .contains("https://x/cimom");
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void isRefusedInOlderVersions(String version) throws Exception {
        try (SSLSocket socket = socket("127.0.0.1", version)) {
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void convincesAClientThatKnowsTheCertificateAndChecksTheName() throws Exception {
        try (SSLSocket socket = socket("localhost", "TLSv1.3")) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);

            socket.startHandshake();

            assertThat(socket.getSession().getPeerCertificates())
                    .containsExactly(open.identity().keys().getCertificate("telvirt"));
        }
    }

    @Test
    void isNotMistakenForPlainHttp() throws Exception {
        String address = open.porch().httpsAddress().orElseThrow();
        try (RawConnection connection = RawConnection.to(address)) {
            connection.send("GET / HTTP/1.1", "Host: x", "");

            assertThatThrownBy(connection::receive).isInstanceOf(Exception.class);
        }
    }

    private SSLSocket socket(String host, String version) throws Exception {
        String address = open.porch().httpsAddress().orElseThrow();
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket(host, port);
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }

    private SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(open.identity().certificateFile())) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
