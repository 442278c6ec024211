package org.telvirt.server.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A user name and a password as a client sent them. */
public record Credentials(String user, String password) {
    private static final String SCHEME = "Basic ";

    /**
     * Reads the value of an Authorization field (RFC 7617), in UTF-8 as our challenge asks.
     *
     * @return null: it is absent, of another scheme, or malformed
     */
    public static @Nullable Credentials ofHeader(@Nullable String value) {
        if (value == null || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        byte[] decoded;
        try {
            decoded =
                    Base64.getDecoder().decode(value.substring(SCHEME.length()).strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
        String pair = new String(decoded, StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        return colon < 0 ? null : new Credentials(pair.substring(0, colon), pair.substring(colon + 1));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user;
    }
}
