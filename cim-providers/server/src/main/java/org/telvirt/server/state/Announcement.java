package org.telvirt.server.state;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running server leaves in its state folder for the commands of its owner: where it is, and a key that lets them
 * in. Whoever can read the folder could set a password as well.
 *
 * @param http host and port; empty: no HTTP
 * @param https host and port; empty: no HTTPS
 * @param key good for this run of the server only
 */
public record Announcement(Optional<String> http, Optional<String> https, String key) {
    private static final String FILE = "running";
    private static final int KEY_BYTES = 32;

    /** A key nobody can guess. */
    public static String freshKey(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * What the server of a folder says, or said before it was killed.
     *
     * @return empty: none runs there
     */
    public static Optional<Announcement> read(Path state) throws IOException {
        PrivateFile file = new PrivateFile(state.resolve(FILE));
        if (!file.exists()) {
            return Optional.empty();
        }
        Properties written = new Properties();
        written.load(new StringReader(file.read()));
        return Optional.of(new Announcement(
                Optional.ofNullable(written.getProperty("http")),
                Optional.ofNullable(written.getProperty("https")),
                written.getProperty("key", "")));
    }

    /** Makes it known until what is returned is closed. */
    public AutoCloseable publish(StateFolder state) throws IOException {
        Properties written = new Properties();
        http.ifPresent(address -> written.setProperty("http", address));
        https.ifPresent(address -> written.setProperty("https", address));
        written.setProperty("key", key);
        StringWriter text = new StringWriter();
        written.store(text, null);
        PrivateFile file = state.file(FILE);
        file.write(text.toString());
        return () -> Files.deleteIfExists(file.path());
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "http " + http.orElse("none") + ", https " + https.orElse("none");
    }
}
