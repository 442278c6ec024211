package org.telvirt.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.state.PrivateFile;
import org.telvirt.server.state.StateFolder;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;

class TlsIdentityTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    @TempDir
    private Path folder;

    private StateFolder state;

    @BeforeEach
    void openState() throws Exception {
        state = StateFolder.open(folder);
    }

    @AfterEach
    void closeState() {
        state.close();
    }

    @Nested
    class AtTheFirstStart {
        @Test
        void getsACertificateForEveryNameOfThisMachine() throws Exception {
            X509Certificate certificate = certificate(open());

            assertThat(certificate.getSubjectAlternativeNames())
                    .containsExactlyInAnyOrder(
                            List.of(DNS_NAME, "localhost"),
                            List.of(DNS_NAME, "vf-1"),
                            List.of(IP_ADDRESS, "127.0.0.1"),
                            List.of(IP_ADDRESS, "0:0:0:0:0:0:0:1"));
            assertThat(certificate.getSubjectX500Principal()).isEqualTo(new X500Principal("CN=vf-1,O=Telvirt"));
        }

        @Test
        void getsAKeyOnP256ThatSignsForItself() throws Exception {
            X509Certificate certificate = certificate(open());

            assertThat(((ECPublicKey) certificate.getPublicKey()).getParams())
                    .hasToString("secp256r1 [NIST P-256,X9.62 prime256v1] (1.2.840.10045.3.1.7)");
            certificate.verify(certificate.getPublicKey());
        }

        @Test
        void isValidForTenYears() throws Exception {
            X509Certificate certificate = certificate(open());

            assertThat(certificate.getNotBefore()).isBefore(NOW);
            assertThat(certificate.getNotAfter()).isEqualTo(Instant.parse("2036-06-01T12:00:00Z"));
        }

        @Test
        void keepsTheKeyFromOthersEyes() throws Exception {
            open();

            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(keyFile().path())))
                    .isEqualTo("rw-------");
        }
    }

    @Nested
    class AtLaterStarts {
        @Test
        void isTheSame() throws Exception {
            X509Certificate first = certificate(open());

            assertThat(certificate(open())).isEqualTo(first);
        }

        @Test
        void mayBeAnOperatorsOwnOfAnotherKind() throws Exception {
            SelfSignedX509CertificateAndSigningKey own = SelfSignedX509CertificateAndSigningKey.builder()
                    .setDn(new X500Principal("CN=own"))
                    .setKeyAlgorithmName("RSA")
                    .setSignatureAlgorithmName("SHA256withRSA")
                    .build();
            certificateFile().write("a word about it\n" + Pem.of(own.getSelfSignedCertificate()));
            keyFile().write(Pem.of(own.getSigningKey()));

            TlsIdentity identity = open();

            assertThat(certificate(identity)).isEqualTo(own.getSelfSignedCertificate());
            assertThat(identity.keys().getKey("telvirt", new char[0])).isEqualTo(own.getSigningKey());
        }

        @Test
        void isRefusedWhenHalfOfItIsMissing() throws Exception {
            open();
            Files.delete(keyFile().path());

            assertRefused(keyFile().path() + "");
        }

        @Test
        void isRefusedWhenItIsDamaged() throws Exception {
            open();
            keyFile().write("-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n");
            assertRefused("Mend them, or remove both to have new ones made");

            keyFile().write("nothing");
            assertRefused("there is no private key in it");

            certificateFile().write("");
            assertRefused("there is no certificate in it");
        }

        @Test
        void isRefusedWhenKeyAndCertificateAreNotAPair() throws Exception {
            open();
            keyFile().write(Pem.of(SelfSigned.make("other", clock()).getSigningKey()));

            assertRefused("the key is not the certificate's");
        }
    }

    private void assertRefused(String why) {
        assertThatThrownBy(TlsIdentityTest.this::open)
                .isInstanceOfSatisfying(
                        StartException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.STATE_UNUSABLE))
                .hasMessageContaining(why);
    }

    private TlsIdentity open() throws StartException {
        return TlsIdentity.open(state, Optional.empty(), "vf-1", clock());
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static X509Certificate certificate(TlsIdentity identity) throws Exception {
        return (X509Certificate) identity.keys().getCertificate("telvirt");
    }

    private PrivateFile certificateFile() {
        return state.file("tls-certificate.pem");
    }

    private PrivateFile keyFile() {
        return state.file("tls-key.pem");
    }
}
