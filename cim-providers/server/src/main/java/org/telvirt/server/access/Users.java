package org.telvirt.server.access;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.state.PrivateFile;

/** The users and their passwords' hashes, kept in a file of lines {@code name:hash}. Safe for use by many threads. */
public final class Users {
    private static final PasswordHash NOBODY = PasswordHash.ofNobody();

    private final PrivateFile file;
    private final Map<String, PasswordHash> hashes;

    private Users(PrivateFile file, Map<String, PasswordHash> hashes) {
        this.file = file;
        this.hashes = new ConcurrentHashMap<>(hashes);
    }

    /**
     * The users of the file; none if it is not there.
     *
     * @throws StartException STATE_UNUSABLE: the file cannot be read, or a line is no user
     */
    public static Users open(PrivateFile file) throws StartException {
        try {
            return new Users(file, file.exists() ? parse(file) : Map.of());
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.STATE_UNUSABLE, "Cannot read the users in " + file.path() + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, PasswordHash> parse(PrivateFile file) throws IOException, StartException {
        Map<String, PasswordHash> hashes = new LinkedHashMap<>();
        int number = 0;
        for (String line : file.read().lines().toList()) {
            number++;
            int colon = line.indexOf(':');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (colon < 1 || !line.startsWith("$2", colon + 1)) {
                throw new StartException(
                        ExitCode.STATE_UNUSABLE,
                        file.path() + ":" + number
                                + " is not a user with a bcrypt hash; remove the file and start with "
                                + "--admin-password-file, or restore it from a backup");
            }
            hashes.put(
                    line.substring(0, colon),
                    new PasswordHash(line.substring(colon + 1).strip()));
        }
        return hashes;
    }

    /** Whether there is such a user. */
    boolean contains(String user) {
        return hashes.containsKey(user);
    }

    /** Whether this is the user's password; takes the same time for users that do not exist. */
    boolean matches(Credentials credentials) {
        PasswordHash hash = hashes.get(credentials.user());
        boolean matches = (hash == null ? NOBODY : hash).matches(credentials.password());
        return hash != null && matches;
    }

    /** Gives the user this password, on the disk when this returns. */
    synchronized void set(Credentials credentials) throws IOException {
        Map<String, PasswordHash> changed = new LinkedHashMap<>(hashes);
        changed.put(credentials.user(), PasswordHash.of(credentials.password()));
        file.write(changed.entrySet().stream()
                .map(user -> user.getKey() + ":" + user.getValue().text() + "\n")
                .collect(Collectors.joining()));
        hashes.putAll(changed);
    }
}
