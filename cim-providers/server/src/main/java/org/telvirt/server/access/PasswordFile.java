package org.telvirt.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** A file whose first line is a password. */
public final class PasswordFile {
    private PasswordFile() {}

    /**
     * The password.
     *
     * @param what for messages, such as {@code password of 'bob'}
     * @throws StartException SETTINGS: the file cannot be used
     */
    public static String read(Path file, String what) throws StartException {
        String password;
        try (var lines = Files.lines(file)) {
            password = lines.findFirst().orElse("");
        } catch (NoSuchFileException e) {
            throw wrong(file, what, "there is no such file", e);
        } catch (CharacterCodingException | UncheckedIOException e) {
            throw wrong(file, what, "it is not UTF-8 text", e);
        } catch (IOException e) {
            throw wrong(file, what, String.valueOf(e.getMessage()), e);
        }
        if (password.isBlank()) {
            throw wrong(file, what, "its first line, which is to be the password, is empty", null);
        }
        String flaw = flaw(password);
        if (flaw != null) {
            throw wrong(file, what, "the password " + flaw, null);
        }
        return password;
    }

    /** What keeps a text from being a password; null: nothing. */
    public static @Nullable String flaw(String password) {
        if (password.isBlank()) {
            return "is empty";
        }
        return PasswordHash.isTooLong(password) ? "is longer than " + PasswordHash.MAX_PASSWORD_BYTES + " bytes" : null;
    }

    private static StartException wrong(Path file, String what, String why, @Nullable Exception cause) {
        return new StartException(ExitCode.SETTINGS, "Cannot read the " + what + " from " + file + ": " + why, cause);
    }
}
