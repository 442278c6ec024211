package org.telvirt.server.access;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** The one user that every server has. */
public final class Administrator {
    /** The user's name. */
    public static final String NAME = "admin";

    // without letters and digits that look alike
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 5;

    private Administrator() {}

    /**
     * Sees to it that the administrator has a password: the file's, or else the one it had, or else a fresh one.
     *
     * @param passwordFile empty: no file
     * @return the fresh password, which nobody can ever read again; empty: none was made
     * @throws StartException SETTINGS: the file cannot be used; STATE_UNUSABLE: the users cannot be written
     */
    public static Optional<String> appoint(
            Users users, Authenticator authenticator, Optional<Path> passwordFile, SecureRandom random)
            throws StartException {
        try {
            if (passwordFile.isPresent()) {
                Credentials given =
                        new Credentials(NAME, PasswordFile.read(passwordFile.get(), "administrator's password"));
                if (!users.contains(NAME) || !users.matches(given)) {
                    users.set(given);
                }
                authenticator.trust(given);
                return Optional.empty();
            }
            if (users.contains(NAME)) {
                return Optional.empty();
            }
            Credentials fresh = new Credentials(NAME, freshPassword(random));
            users.set(fresh);
            authenticator.trust(fresh);
            return Optional.of(fresh.password());
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.STATE_UNUSABLE, "Cannot write the users to " + users.path() + ": " + e.getMessage(), e);
        }
    }

    /** Some 123 bits, in groups that can be read out. */
    private static String freshPassword(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int index = 0; index < GROUPS * GROUP_LENGTH; index++) {
            if (index > 0 && index % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
