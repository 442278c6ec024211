package org.telvirt.server.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.state.PrivateFile;
import org.telvirt.server.state.StateFolder;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;

/**
 * The key and the certificate by which TLS clients know this server. The files may be replaced by an operator's own.
 *
 * @param keys holds both, under one alias and without a password
 * @param trusted who may vouch for clients; empty: nobody, for clients show passwords and not certificates
 * @param certificateFile what clients need to trust this server
 */
public record TlsIdentity(KeyStore keys, KeyStore trusted, Path certificateFile) {
    private static final Logger LOG = LoggerFactory.getLogger(TlsIdentity.class);
    private static final String CERTIFICATE_FILE = "tls-certificate.pem";
    private static final String KEY_FILE = "tls-key.pem";

    /**
     * Reads the identity, or makes it if there is none.
     *
     * @param clientCa the certificates of those who may vouch for clients; empty: nobody may
     * @param hostName what this machine is called
     * @throws StartException STATE_UNUSABLE: the files cannot be read or written, or do not fit together; SETTINGS:
     *     those who vouch cannot be read
     */
    public static TlsIdentity open(StateFolder state, Optional<Path> clientCa, String hostName, Clock clock)
            throws StartException {
        PrivateFile certificate = certificateFile(state);
        PrivateFile key = keyFile(state);
        try {
            if (!certificate.exists() && !key.exists()) {
                SelfSignedX509CertificateAndSigningKey made = SelfSigned.make(hostName, clock);
                key.write(Pem.of(made.getSigningKey()));
                certificate.write(Pem.of(made.getSelfSignedCertificate()));
            }
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(certificate, key, e);
        }
        return read(state, clientCa, clock);
    }

    /**
     * Reads the identity.
     *
     * @throws StartException as {@link #open}
     */
    static TlsIdentity read(StateFolder state, Optional<Path> clientCa, Clock clock) throws StartException {
        PrivateFile certificate = certificateFile(state);
        PrivateFile key = keyFile(state);
        try {
            Certificate[] chain = Pem.chain(certificate.read());
            warnIfOutdated(certificate, chain[0], clock);
            return new TlsIdentity(keyStore(chain, key), vouching(clientCa), certificate.path());
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(certificate, key, e);
        }
    }

    private static StartException unusable(PrivateFile certificate, PrivateFile key, Exception e) {
        return new StartException(
                ExitCode.STATE_UNUSABLE,
                "Cannot use the TLS key and certificate in " + key.path() + " and " + certificate.path() + ": "
                        + e.getMessage() + ". Mend them, or remove both to have new ones made",
                e);
    }

    static PrivateFile certificateFile(StateFolder state) {
        return state.file(CERTIFICATE_FILE);
    }

    static PrivateFile keyFile(StateFolder state) {
        return state.file(KEY_FILE);
    }

    private static KeyStore vouching(Optional<Path> clientCa)
            throws IOException, GeneralSecurityException, StartException {
        KeyStore trusted = inMemory();
        if (clientCa.isPresent()) {
            try {
                int number = 0;
                for (Certificate certificate : Pem.chain(Files.readString(clientCa.get()))) {
                    trusted.setCertificateEntry("client-ca-" + ++number, certificate);
                }
            } catch (IOException | GeneralSecurityException e) {
                throw new StartException(
                        ExitCode.SETTINGS,
                        "Cannot read those who may vouch for clients from " + clientCa.get() + ": " + reason(e)
                                + ". Give a file of PEM certificates with --client-ca FILE",
                        e);
            }
        }
        return trusted;
    }

    private static String reason(Exception e) {
        return e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
    }

    private static KeyStore keyStore(Certificate[] chain, PrivateFile file)
            throws IOException, GeneralSecurityException {
        PublicKey publicKey = chain[0].getPublicKey();
        PrivateKey key = Pem.key(file.read(), publicKey.getAlgorithm());
        if (!isPair(key, publicKey)) {
            throw new GeneralSecurityException("the key is not the certificate's");
        }
        // never leaves memory, so nothing is lost by JKS, which is ready 0.1 s sooner than PKCS12 with its slow
        // encryption
        KeyStore keys = KeyStore.getInstance("JKS");
        keys.load(null, null);
        keys.setKeyEntry("telvirt", key, new char[0], chain);
        return keys;
    }

    /** It never leaves memory, so nothing is lost by JKS, which is ready 0.1 s sooner than PKCS12 with its slow cipher. */
    private static KeyStore inMemory() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }

    private static boolean isPair(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        Signature signature =
                Signature.getInstance("SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA"));
        signature.initSign(key);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        return signature.verify(signed);
    }

    private static void warnIfOutdated(PrivateFile file, Certificate certificate, Clock clock) {
        if (certificate instanceof X509Certificate x509
                && x509.getNotAfter().toInstant().isBefore(clock.instant())) {
            LOG.warn(
                    "The TLS certificate in {} ended on {}; clients will refuse it. Replace it, or remove it and its key"
                            + " to have new ones made",
                    file.path(),
                    x509.getNotAfter());
        }
    }
}
