package org.telvirt.server;

import java.nio.file.Path;
import org.telvirt.server.command.Command;
import org.telvirt.server.command.CommandReader;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.settings.Settings;
import org.telvirt.server.settings.SettingsReader;

/** The server's process. */
public final class Main {
    private Main() {}

    /** Runs the command, and ends the process with one of {@link ExitCode}'s codes. */
    public static void main(String[] arguments) {
        System.exit(run(arguments).code());
    }

    private static ExitCode run(String... arguments) {
        try {
            Command command = new CommandReader(Version.TEXT).read(arguments);
            if (command instanceof Command.Print print) {
                System.out.println(print.text());
            } else if (command instanceof Command.Serve serve) {
                serve(serve);
            } else if (command instanceof Command.Train) {
                Training.run();
            } else {
                return Tools.run(command);
            }
            return ExitCode.STOPPED;
        } catch (StartException e) {
            System.err.println("telvirt: " + e.getMessage());
            return e.exitCode();
        } catch (RuntimeException e) {
            System.err.println("telvirt: the server failed unexpectedly: " + e);
            e.printStackTrace();
            return ExitCode.FAILED;
        }
    }

    private static void serve(Command.Serve serve) throws StartException {
        SettingsReader reader = new SettingsReader(System.getenv(), Path.of(System.getProperty("user.home")));
        Settings settings = reader.read(serve.source().options(), serve.source().file());
        Logging.begin(settings.logLevel(), settings.logFormat());
        settings.warnings().forEach(warning -> System.err.println("telvirt: " + warning));
        try (StopSignal signal = new StopSignal();
                RunningServer server = Wiring.start(settings)) {
            new Welcome(Version.TEXT, settings, server).print(System.out);
            if (!serve.exitWhenReady()) {
                signal.await();
            }
        }
    }
}
