package org.telvirt.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cimxml.client.CimXmlClient;
import org.telvirt.cimxml.xml.XmlLimits;
import org.telvirt.server.access.Users;
import org.telvirt.server.command.Command;
import org.telvirt.server.console.HttpTransport;
import org.telvirt.server.console.PasswordPrompt;
import org.telvirt.server.console.Remote;
import org.telvirt.server.console.RoleEditor;
import org.telvirt.server.console.StatusReport;
import org.telvirt.server.console.UserEditor;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.schema.SchemaImport;
import org.telvirt.server.settings.Security.Authentication;
import org.telvirt.server.settings.Setting;
import org.telvirt.server.settings.Settings;
import org.telvirt.server.settings.SettingsReader;
import org.telvirt.server.settings.SettingsReport;
import org.telvirt.server.settings.Written;
import org.telvirt.server.state.PrivateFile;

/** Runs the commands that are not the server. */
final class Tools {
    // the launcher knows; from JDK 22 on there is a console without a terminal too
    private static final boolean TERMINAL = Boolean.getBoolean("telvirt.terminal");

    private Tools() {}

    /**
     * Runs one to its end.
     *
     * @throws StartException it cannot be done
     */
    static ExitCode run(Command command) throws StartException {
        if (command instanceof Command.EditUsers edit) {
            edit(edit);
        } else if (command instanceof Command.Status status) {
            return new StatusReport(remote(status.where(), status.source()), System.out).print(status.json());
        } else if (command instanceof Command.CheckConfig check) {
            return check(check.file());
        } else if (command instanceof Command.EditRoles edit) {
            edit(edit);
        } else if (command instanceof Command.ImportSchema wanted) {
            return importSchema(wanted);
        } else if (command instanceof Command.ShowConfig show) {
            Map<Setting, Written> written =
                    reader().written(show.source().options(), show.source().file());
            SettingsReport.inForce(written).forEach(System.out::println);
            read(show.source());
        }
        return ExitCode.STOPPED;
    }

    private static ExitCode importSchema(Command.ImportSchema wanted) throws StartException {
        CimNamespace namespace;
        try {
            namespace = CimNamespace.of(wanted.namespace());
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    ExitCode.USAGE, "'" + wanted.namespace() + "' is not a namespace such as root/cimv2", e);
        }
        HttpTransport transport = new HttpTransport(remote(wanted.where(), wanted.source()));
        return new SchemaImport(new CimXmlClient(transport, XmlLimits.DEFAULT), wanted.replace(), System.out, TERMINAL)
                .run(wanted.path(), namespace);
    }

    private static ExitCode check(Optional<Path> named) throws StartException {
        SettingsReader reader = reader();
        Path file = named.or(reader::fileInUse)
                .orElseThrow(() -> new StartException(
                        ExitCode.SETTINGS, "There is no settings file; name one, or write " + reader.usualFilePath()));
        List<String> mistakes = SettingsReport.mistakes(file, reader);
        if (mistakes.isEmpty()) {
            System.out.println(file + " is right");
            return ExitCode.STOPPED;
        }
        mistakes.forEach(System.err::println);
        return ExitCode.SETTINGS;
    }

    private static Remote remote(Command.Where where, Command.Source source) throws StartException {
        if (where.url().isEmpty()) {
            return Remote.local(read(source).state().toAbsolutePath());
        }
        String password = prompt().known(where.user(), where.passwordFile());
        try {
            return Remote.of(new URI(where.url().get()), where.user(), password, where.certificate());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new StartException(
                    ExitCode.USAGE, "'" + where.url().get() + "' is not a URL such as https://vf-1:5989", e);
        }
    }

    private static PasswordPrompt prompt() {
        return new PasswordPrompt(TERMINAL ? System.console() : null, System.in);
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
        UserEditor editor = new UserEditor(users, prompt(), System.out);
        switch (edit.verb()) {
            case ADD -> editor.add(edit.name(), edit.passwordFile());
            case REMOVE -> editor.remove(edit.name());
            case LIST -> editor.list();
            case PASSWORD -> editor.password(edit.name(), edit.passwordFile());
        }
    }

    private static void edit(Command.EditRoles edit) throws StartException {
        HttpTransport transport = new HttpTransport(remote(edit.where(), edit.source()));
        RoleEditor editor = new RoleEditor(new CimXmlClient(transport, XmlLimits.DEFAULT), System.out);
        switch (edit.verb()) {
            case LIST -> editor.list();
            case ASSIGN -> editor.assign(edit.user(), edit.role());
            case REVOKE -> editor.revoke(edit.user(), edit.role());
        }
    }

    private static Settings read(Command.Source source) throws StartException {
        return reader().read(source.options(), source.file());
    }

    private static SettingsReader reader() {
        return new SettingsReader(System.getenv(), Path.of(System.getProperty("user.home")));
    }
}
