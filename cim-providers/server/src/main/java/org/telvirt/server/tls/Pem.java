package org.telvirt.server.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PEM texts (RFC 7468) of keys and certificates. */
final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

    private Pem() {}

    static String of(PrivateKey key) {
        return text("PRIVATE KEY", key.getEncoded());
    }

    static String of(Certificate certificate) throws GeneralSecurityException {
        return text("CERTIFICATE", certificate.getEncoded());
    }

    private static String text(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(content) + "\n-----END " + label + "-----\n";
    }

    /**
     * The chain, the server's own certificate first.
     *
     * @throws GeneralSecurityException the text is none
     */
    static Certificate[] chain(String pem) throws GeneralSecurityException {
        Collection<? extends Certificate> chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("there is no certificate in it");
        }
        return chain.toArray(Certificate[]::new);
    }

    /**
     * A key in PKCS #8, not encrypted.
     *
     * @param algorithm of the key that belongs to it: EC, RSA
     * @throws GeneralSecurityException the text is none, or of another algorithm
     */
    static PrivateKey key(String pem, String algorithm) throws GeneralSecurityException {
        Matcher matcher = PRIVATE_KEY.matcher(pem);
        if (!matcher.find()) {
            throw new GeneralSecurityException("there is no private key in it (PKCS #8, not encrypted)");
        }
        try {
            byte[] content = Base64.getMimeDecoder().decode(matcher.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(content));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("its text is damaged", e);
        }
    }
}
