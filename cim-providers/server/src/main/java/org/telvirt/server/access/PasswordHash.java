package org.telvirt.server.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A password's bcrypt hash, in the notation that htpasswd uses too. Checking costs some 60 ms, and is meant to.
 *
 * @param text such as {@code $2y$10$} and 53 letters of salt and hash
 */
record PasswordHash(String text) {
    /** What bcrypt can tell apart; it ignores every byte after these. */
    static final int MAX_PASSWORD_BYTES = 72;
    /** What a check may cost, as a power of two: a second at the most, for one processor. */
    static final int MAX_COST = 14;

    static final int COST = 10;

    private static final Pattern NOTATION = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final int MIN_COST = 4;
    private static final int COST_AT = 4;

    static PasswordHash of(String password) {
        byte[] hash = BCrypt.with(BCrypt.Version.VERSION_2Y).hash(COST, bytes(password));
        return new PasswordHash(new String(hash, StandardCharsets.US_ASCII));
    }

    /** A hash that no password is known for; checking against it takes as long as against any other of that cost. */
    static PasswordHash ofNobody(int cost) {
        return new PasswordHash("$2a$" + (cost < 10 ? "0" : "") + cost + "$" + ".".repeat(53));
    }

    /** What is wrong with a text that ought to be a hash; null: nothing. */
    static @Nullable String flaw(String text) {
        var matcher = NOTATION.matcher(text);
        if (matcher.matches()) {
            int cost = Integer.parseInt(matcher.group(1));
            return cost >= MIN_COST && cost <= MAX_COST
                    ? null
                    : "has bcrypt cost " + cost + ", and only " + MIN_COST + " to " + MAX_COST + " will do";
        }
        return "is " + notation(text);
    }

    private static String notation(String text) {
        if (text.startsWith("$2")) {
            return "a damaged bcrypt hash";
        }
        if (text.startsWith("$apr1$")) {
            return "hashed with apr1 (MD5), which is not safe";
        }
        if (text.startsWith("{SHA}")) {
            return "hashed with SHA-1 and no salt, which is not safe";
        }
        if (text.matches("\\$[156]\\$.*") || text.matches("[./A-Za-z0-9]{13}")) {
            return "hashed with crypt, which is not read here";
        }
        return "not hashed with bcrypt";
    }

    /** The power of two that tells how much work a check is. */
    int cost() {
        return Integer.parseInt(text, COST_AT, COST_AT + 2, 10);
    }

    boolean matches(String password) {
        return BCrypt.verifyer().verify(bytes(password), text.getBytes(StandardCharsets.US_ASCII)).verified;
    }

    static boolean isTooLong(String password) {
        return bytes(password).length > MAX_PASSWORD_BYTES;
    }

    static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
