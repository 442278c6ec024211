package org.telvirt.facility.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * By which a definition is known again without keeping all of it, which may have passwords. Another version of Telvirt may
 * have other digests; then it cannot be told whether two definitions are the same.
 */
final class Digest {
    private Digest() {}

    static String of(DomainDefinition definition) {
        try {
            byte[] all = definition.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
