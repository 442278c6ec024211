package org.telvirt.server.console;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.telvirt.server.access.Administrator;
import org.telvirt.server.access.Credentials;
import org.telvirt.server.access.Users;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** Edits the file of users; a running server reads it within seconds. */
public final class UserEditor {
    private final Users users;
    private final PasswordPrompt prompt;
    private final PrintStream out;

    /**
     * @param prompt where passwords come from
     * @param out what happened
     */
    public UserEditor(Users users, PasswordPrompt prompt, PrintStream out) {
        this.users = users;
        this.prompt = prompt;
        this.out = out;
    }

    /** Prints the names. */
    public void list() {
        users.names().forEach(out::println);
    }

    /**
     * Adds a user.
     *
     * @throws StartException DATA: there is one of that name, or name or password will not do; STATE_UNUSABLE
     */
    public void add(String name, Optional<Path> passwordFile) throws StartException {
        String flaw = Users.flawOfName(name);
        if (flaw != null) {
            throw new StartException(ExitCode.DATA, "'" + name + "' is no name for a user: it " + flaw);
        }
        if (users.contains(name)) {
            throw new StartException(
                    ExitCode.DATA,
                    "There is a user '" + name + "' in " + users.path() + "; change the password with: telvirt user "
                            + "password " + name);
        }
        set(name, passwordFile);
        out.println("User '" + name + "' is in " + users.path() + "; a running server knows within seconds.");
        out.println("It can do nothing until it has a role: telvirt role assign " + name + " viewer");
    }

    /**
     * Gives a user another password.
     *
     * @throws StartException DATA: there is no such user, or the password will not do; STATE_UNUSABLE
     */
    public void password(String name, Optional<Path> passwordFile) throws StartException {
        require(name);
        set(name, passwordFile);
        out.println("The password of '" + name + "' is changed; a running server knows within seconds.");
    }

    /**
     * Removes a user.
     *
     * @throws StartException DATA: there is no such user, or it is the administrator; STATE_UNUSABLE
     */
    public void remove(String name) throws StartException {
        require(name);
        if (name.equals(Administrator.NAME)) {
            throw new StartException(
                    ExitCode.DATA,
                    "'" + name
                            + "' is the administrator, whom every server has; change the password with: telvirt user "
                            + "password " + name);
        }
        try {
            users.remove(name);
        } catch (IOException e) {
            throw unwritable(e);
        }
        out.println("User '" + name + "' is removed; a running server knows within seconds.");
    }

    private void require(String name) throws StartException {
        if (!users.contains(name)) {
            throw new StartException(
                    ExitCode.DATA,
                    "There is no user '" + name + "' in " + users.path() + "; 'telvirt user list' shows them all");
        }
    }

    private void set(String name, Optional<Path> passwordFile) throws StartException {
        try {
            users.set(new Credentials(name, prompt.chosen(name, passwordFile)));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private StartException unwritable(IOException e) {
        return new StartException(
                ExitCode.STATE_UNUSABLE, "Cannot write the users to " + users.path() + ": " + e.getMessage(), e);
    }
}
