package org.telvirt.server.porch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.server.porch.RawConnection.Answer;
import org.telvirt.server.settings.Setting;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;

/** TLS both ways, over sockets. Each client vouches for itself, which is the shortest chain there is. */
class ClientCertificateTest {
    private static final SelfSignedX509CertificateAndSigningKey ADMIN = make("CN=admin,O=Telvirt");
    private static final SelfSignedX509CertificateAndSigningKey STRANGER = make("CN=nobody,O=Telvirt");
    private static final SelfSignedX509CertificateAndSigningKey TWO = make("CN=admin,CN=nobody");
    private static final SelfSignedX509CertificateAndSigningKey FORGED = make("CN=admin,O=Telvirt");

    @TempDir
    private Path folder;

    private static SelfSignedX509CertificateAndSigningKey make(String subject) {
        return SelfSignedX509CertificateAndSigningKey.builder()
                .setDn(new X500Principal(subject))
                .setKeyAlgorithmName("EC")
                .setKeySize(256)
                .setSignatureAlgorithmName("SHA256withECDSA")
                .build();
    }

    @Nested
    class Wanted {
        @Test
        void speaksForItsUserWithoutAPassword() throws Exception {
            try (OpenPorch porch = open("wanted")) {
                Answer answer = post(porch, ADMIN);

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("admin");
            }
        }

        @Test
        void isRefusedWhenItIsForNoUserEvenWithAPassword() throws Exception {
            try (OpenPorch porch = open("wanted")) {
                for (Answer answer : List.of(post(porch, STRANGER), post(porch, STRANGER, basic(porch)))) {
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.body()).isEqualTo("The certificate of CN=nobody,O=Telvirt is for no user here\n");
                }
            }
        }

        @Test
        void isRefusedWhenItNamesTwoUsers() throws Exception {
            try (OpenPorch porch = open("wanted")) {
                assertThat(post(porch, TWO).status()).isEqualTo(403);
            }
        }

        @Test
        void isNotHeardWhenItOnlyLooksLikeOneThatSomebodyVouchesFor() throws Exception {
            try (OpenPorch porch = open("wanted")) {
                assertThatThrownBy(() -> post(porch, FORGED)).isInstanceOf(IOException.class);
            }
        }

        @Test
        void leavesThePasswordToThoseWhoHaveNone() throws Exception {
            try (OpenPorch porch = open("wanted")) {
                assertThat(post(porch, null).status()).isEqualTo(401);
                assertThat(post(porch, null, basic(porch)).status()).isEqualTo(200);
            }
        }

        @Test
        void doesNotOutweighAWrongPassword() throws Exception {
            try (OpenPorch porch = open("wanted")) {
                assertThat(post(porch, ADMIN, "Authorization: Basic YWRtaW46Z3Vlc3M=")
                                .status())
                        .isEqualTo(401);
            }
        }
    }

    @Nested
    class Required {
        @Test
        void keepsOutWhoeverHasNone() throws Exception {
            try (OpenPorch porch = open("required")) {
                assertThatThrownBy(() -> post(porch, null, basic(porch))).isInstanceOf(IOException.class);
                assertThat(post(porch, ADMIN).status()).isEqualTo(200);
                assertThat(post(porch, ADMIN, basic(porch)).status()).isEqualTo(200);
            }
        }
    }

    @Nested
    class Rule {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                CN=([a-z]+),O=Telvirt | 200
                CN=([a-z]+),O=Other   | 403
                UID                   | 403
                DN                    | 403
                EMAIL                 | 403
                """)
        void findsTheUserInTheSubject(String rule, int status) throws Exception {
            try (OpenPorch porch = open("wanted", Map.of(Setting.CLIENT_CERTIFICATE_USER, rule))) {
                assertThat(post(porch, ADMIN).status()).isEqualTo(status);
            }
        }
    }

    @Nested
    class RenewalOfTheServersOwn {
        @Test
        void reachesNewConnectionsAndLeavesOldOnesAlone() throws Exception {
            try (OpenPorch porch = open("wanted");
                    RawConnection old = new RawConnection(connect(porch, ADMIN))) {
                Certificate before = served(porch);
                install(porch, STRANGER);
                assertThat(served(porch)).isEqualTo(before);

                porch.lookAtCertificates();

                assertThat(served(porch)).isEqualTo(STRANGER.getSelfSignedCertificate());
                assertThat(send(old).status()).isEqualTo(200);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"tls-certificate.pem", "tls-key.pem", "ca.pem"})
        void keepsTheOldOneWhileAFileIsBroken(String broken) throws Exception {
            try (OpenPorch porch = open("wanted")) {
                Certificate before = served(porch);
                Path file = broken.equals("ca.pem") ? folder.resolve(broken) : folder.resolve("state/" + broken);
                String good = Files.readString(file);
                Files.writeString(file, "rubbish");

                porch.lookAtCertificates();
                assertThat(served(porch)).isEqualTo(before);
                assertThat(post(porch, ADMIN).status()).isEqualTo(200);

                Files.writeString(file, good);
                porch.lookAtCertificates();
                assertThat(post(porch, ADMIN).status()).isEqualTo(200);
            }
        }

        @Test
        void alsoRenewsWhoMayVouch() throws Exception {
            try (OpenPorch porch = open("wanted")) {
                writeCa(FORGED);
                porch.lookAtCertificates();

                assertThat(post(porch, FORGED).status()).isEqualTo(200);
                assertThatThrownBy(() -> post(porch, ADMIN)).isInstanceOf(IOException.class);
            }
        }

        private Certificate served(OpenPorch porch) throws Exception {
            try (SSLSocket socket = connect(porch, ADMIN)) {
                return socket.getSession().getPeerCertificates()[0];
            }
        }

        private void install(OpenPorch porch, SelfSignedX509CertificateAndSigningKey identity) throws Exception {
            Path certificate = porch.identity().certificateFile();
            Files.writeString(
                    certificate,
                    pem("CERTIFICATE", identity.getSelfSignedCertificate().getEncoded()));
            Files.writeString(
                    certificate.resolveSibling("tls-key.pem"),
                    pem("PRIVATE KEY", identity.getSigningKey().getEncoded()));
        }
    }

    private OpenPorch open(String wish) throws Exception {
        return open(wish, Map.of());
    }

    private OpenPorch open(String wish, Map<Setting, String> more) throws Exception {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        settings.put(Setting.CLIENT_CERTIFICATES, wish);
        settings.put(Setting.CLIENT_CA, writeCa(ADMIN, STRANGER, TWO).toString());
        settings.put(Setting.HTTP_PORT, "none");
        settings.putAll(more);
        return new OpenPorch(folder.resolve("state"), settings, exchange -> {
            exchange.body().readAllBytes();
            exchange.status(200);
            try (OutputStream out = exchange.output()) {
                out.write(exchange.user().getBytes(UTF_8));
            }
        });
    }

    private Path writeCa(SelfSignedX509CertificateAndSigningKey... vouching) throws Exception {
        StringBuilder text = new StringBuilder();
        for (SelfSignedX509CertificateAndSigningKey one : vouching) {
            text.append(pem("CERTIFICATE", one.getSelfSignedCertificate().getEncoded()));
        }
        return Files.writeString(folder.resolve("ca.pem"), text);
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + label + "-----\n";
    }

    private static String basic(OpenPorch porch) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString(("admin:" + porch.password()).getBytes(UTF_8));
    }

    private static Answer post(
            OpenPorch porch, @Nullable SelfSignedX509CertificateAndSigningKey client, String... fields)
            throws Exception {
        try (RawConnection connection = new RawConnection(connect(porch, client))) {
            return send(connection, fields);
        }
    }

    private static Answer send(RawConnection connection, String... fields) throws IOException {
        List<String> lines = new ArrayList<>(List.of("POST /cimom HTTP/1.1", "Host: x", "Content-Length: 0"));
        lines.addAll(List.of(fields));
        lines.add("");
        return connection.send(lines.toArray(String[]::new)).receive();
    }

    private static SSLSocket connect(OpenPorch porch, @Nullable SelfSignedX509CertificateAndSigningKey client)
            throws Exception {
        KeyStore keys = KeyStore.getInstance("JKS");
        keys.load(null, null);
        if (client != null) {
            X509Certificate[] chain = {client.getSelfSignedCertificate()};
            keys.setKeyEntry("client", client.getSigningKey(), new char[0], chain);
        }
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(keys, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trusting(porch).getTrustManagers(), null);
        String address = porch.porch().httpsAddress().orElseThrow();
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.startHandshake();
        return socket;
    }

    /** Trusts the certificate of the start and the one that a test puts in its place. */
    private static TrustManagerFactory trusting(OpenPorch porch) throws Exception {
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", porch.identity().keys().getCertificate("telvirt"));
        trusted.setCertificateEntry("renewed", STRANGER.getSelfSignedCertificate());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        return managers;
    }
}
