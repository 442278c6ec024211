package org.telvirt.server.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which credentials have been checked, so that bcrypt is paid once and not for every request. Keeps a digest
 * with a secret of this run only, never a password. Safe for use by many threads.
 */
final class VerifiedCredentials {
    private static final int SECRET_BYTES = 32;

    /** Has taken in the secret; only copied, since to look SHA-256 up takes longer than to compute it. */
    private final MessageDigest salted = sha256();

    private final Map<String, byte[]> digests = new ConcurrentHashMap<>();

    VerifiedCredentials(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        salted.update(secret);
    }

    /**
     * Whether just these have been remembered; takes the same time whatever differs.
     *
     * @param stamp of the account now, see {@link Accounts#stamp}
     */
    boolean contains(Credentials credentials, String stamp) {
        byte[] known = digests.get(credentials.user());
        return known != null && MessageDigest.isEqual(known, digest(credentials, stamp));
    }

    /**
     * @param stamp of the account before the password was checked
     */
    void remember(Credentials credentials, String stamp) {
        digests.put(credentials.user(), digest(credentials, stamp));
    }

    private byte[] digest(Credentials credentials, String stamp) {
        MessageDigest digest = copy(salted);
        for (String part : new String[] {credentials.user(), stamp}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return digest.digest(PasswordHash.bytes(credentials.password()));
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of Java can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
