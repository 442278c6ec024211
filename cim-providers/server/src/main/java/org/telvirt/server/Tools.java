package org.telvirt.server;

import java.nio.file.Path;
import org.telvirt.server.access.Users;
import org.telvirt.server.command.Command;
import org.telvirt.server.console.PasswordPrompt;
import org.telvirt.server.console.UserEditor;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.settings.Security.Authentication;
import org.telvirt.server.settings.Settings;
import org.telvirt.server.settings.SettingsReader;
import org.telvirt.server.state.PrivateFile;

/** Runs the commands that are not the server. */
final class Tools {
    private Tools() {}

    /**
     * Runs one to its end.
     *
     * @throws StartException it cannot be done
     */
    static void run(Command command) throws StartException {
        if (command instanceof Command.EditUsers edit) {
            edit(edit);
        } else {
            throw new IllegalStateException("no tool for " + command);
        }
    }

    private static void edit(Command.EditUsers edit) throws StartException {
        Settings settings = read(edit.source());
        if (settings.security().authentication() == Authentication.PAM) {
            throw new StartException(
                    ExitCode.SETTINGS,
                    "The settings say --authentication pam, so users are the system's: use adduser and passwd, or set it"
                            + " to file");
        }
        Users users = Users.open(new PrivateFile(settings.security().users()));
        UserEditor editor = new UserEditor(users, new PasswordPrompt(System.console(), System.in), System.out);
        switch (edit.verb()) {
            case ADD -> editor.add(edit.name(), edit.passwordFile());
            case REMOVE -> editor.remove(edit.name());
            case LIST -> editor.list();
            case PASSWORD -> editor.password(edit.name(), edit.passwordFile());
        }
    }

    private static Settings read(Command.Source source) throws StartException {
        return new SettingsReader(System.getenv(), Path.of(System.getProperty("user.home")))
                .read(source.options(), source.file());
    }
}
