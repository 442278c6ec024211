package org.telvirt.server.command;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.settings.Setting;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the command line. */
public final class CommandReader {
    private final String version;

    /**
     * @param version of Telvirt
     */
    public CommandReader(String version) {
        this.version = version;
    }

    /**
     * What the arguments ask for.
     *
     * @throws StartException USAGE: they are wrong
     */
    public Command read(String... arguments) throws StartException {
        CommandLine commandLine = new CommandLine(Grammar.root());
        try {
            ParseResult result = commandLine.parseArgs(arguments);
            ParseResult last = result.hasSubcommand() ? result.subcommand() : result;
            if (last == result || last.isUsageHelpRequested()) {
                return new Command.Print(
                        last.commandSpec().commandLine().getUsageMessage().stripTrailing());
            }
            return command(last);
        } catch (ParameterException e) {
            throw new StartException(ExitCode.USAGE, complaint(e), e);
        }
    }

    private Command command(ParseResult result) {
        return switch (result.commandSpec().name()) {
            case Grammar.TRAIN -> new Command.Train();
            case Grammar.VERSION -> new Command.Print("telvirt " + version + " (Java " + Runtime.version() + ")");
            default -> serve(result);
        };
    }

    private static Command.Serve serve(ParseResult result) {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String text = result.matchedOptionValue(setting.option(), null);
            if (text != null) {
                options.put(setting, text);
            }
        }
        String file = result.matchedOptionValue(Grammar.SETTINGS_FILE, null);
        return new Command.Serve(
                options, Optional.ofNullable(file).map(Path::of), result.hasMatchedOption(Grammar.EXIT_WHEN_READY));
    }

    private static String complaint(ParameterException e) {
        String near = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(suggestion -> "; did you mean " + suggestion + "?")
                        .orElse(".")
                : ".";
        return e.getMessage() + near + " 'telvirt serve --help' lists the options";
    }
}
