package org.telvirt.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
                Credentials given = new Credentials(NAME, passwordIn(passwordFile.get()));
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
                    ExitCode.STATE_UNUSABLE, "Cannot write the users to the state folder: " + e.getMessage(), e);
        }
    }

    private static String passwordIn(Path file) throws StartException {
        String password;
        try (var lines = Files.lines(file)) {
            password = lines.findFirst().orElse("");
        } catch (NoSuchFileException e) {
            throw wrong(file, "there is no such file", e);
        } catch (CharacterCodingException | UncheckedIOException e) {
            throw wrong(file, "it is not UTF-8 text", e);
        } catch (IOException e) {
            throw wrong(file, String.valueOf(e.getMessage()), e);
        }
        if (password.isBlank()) {
            throw wrong(file, "its first line, which is to be the password, is empty", null);
        }
        if (PasswordHash.bytes(password).length > PasswordHash.MAX_PASSWORD_BYTES) {
            throw wrong(file, "the password is longer than " + PasswordHash.MAX_PASSWORD_BYTES + " bytes", null);
        }
        return password;
    }

    private static StartException wrong(Path file, String why, @Nullable Exception cause) {
        return new StartException(
                ExitCode.SETTINGS, "Cannot read the administrator's password from " + file + ": " + why, cause);
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
