package org.telvirt.server.console;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telvirt.server.access.PasswordFile;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** Gets a password from a file, a terminal or a pipe; never from the command line, where every process could read it. */
public final class PasswordPrompt {
    private final @Nullable Console console;
    private final InputStream input;

    /**
     * @param console null: nobody can be asked
     * @param input read when nobody can be asked
     */
    public PasswordPrompt(@Nullable Console console, InputStream input) {
        this.console = console;
        this.input = input;
    }

    /**
     * A password that somebody chooses; a terminal is asked twice.
     *
     * @throws StartException DATA: there is none, or it will not do; SETTINGS: the file cannot be used
     */
    String chosen(String user, Optional<Path> file) throws StartException {
        String password = known(user, file);
        String flaw = PasswordFile.flaw(password);
        if (flaw != null) {
            throw new StartException(ExitCode.DATA, "The password " + flaw);
        }
        if (file.isEmpty() && console != null && !password.equals(ask(console, "The same again: "))) {
            throw new StartException(ExitCode.DATA, "The two passwords differ; nothing was changed");
        }
        return password;
    }

    /**
     * A password that somebody has.
     *
     * @throws StartException DATA: there is none; SETTINGS: the file cannot be used
     */
    public String known(String user, Optional<Path> file) throws StartException {
        if (file.isPresent()) {
            return PasswordFile.read(file.get(), "password of '" + user + "'");
        }
        return console != null ? ask(console, "Password of " + user + ": ") : firstLine();
    }

    private static String ask(Console console, String question) throws StartException {
        char[] answer = console.readPassword("%s", question);
        if (answer == null) {
            throw new StartException(ExitCode.DATA, "There was no password");
        }
        return new String(answer);
    }

    private String firstLine() throws StartException {
        try {
            String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            if (line != null) {
                return line;
            }
        } catch (IOException e) {
            throw new StartException(ExitCode.DATA, "Cannot read the password: " + e.getMessage(), e);
        }
        throw new StartException(
                ExitCode.DATA,
                "There was no password; type it at a terminal, pipe it in, or give --password-file FILE");
    }
}
