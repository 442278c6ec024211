package org.telvirt.server.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** A password's bcrypt hash, in the notation that htpasswd uses too. Checking costs some 60 ms, and is meant to. */
record PasswordHash(String text) {
    /** What bcrypt can tell apart; it ignores every byte after these. */
    static final int MAX_PASSWORD_BYTES = 72;

    private static final int COST = 10;

    static PasswordHash of(String password) {
        byte[] hash = BCrypt.with(new SecureRandom()).hash(COST, bytes(password));
        return new PasswordHash(new String(hash, StandardCharsets.US_ASCII));
    }

    /** A hash that no password is known for; checking against it takes as long as against any other. */
    static PasswordHash ofNobody() {
        return new PasswordHash("$2a$" + COST + "$" + ".".repeat(53));
    }

    boolean matches(String password) {
        byte[] bytes = bytes(password);
        return bytes.length <= MAX_PASSWORD_BYTES
                && BCrypt.verifyer().verify(bytes, text.getBytes(StandardCharsets.US_ASCII)).verified;
    }

    static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
