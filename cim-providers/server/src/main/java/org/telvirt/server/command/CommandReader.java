package org.telvirt.server.command;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.telvirt.server.access.Administrator;
import org.telvirt.server.command.Command.RoleVerb;
import org.telvirt.server.command.Command.UserVerb;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;
import org.telvirt.server.settings.NearestName;
import org.telvirt.server.settings.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
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
        CommandLine commandLine = new CommandLine(Grammar.root(arguments.length == 0 ? "" : arguments[0]));
        try {
            ParseResult result = last(commandLine.parseArgs(arguments));
            boolean isPart = !result.commandSpec().subcommands().isEmpty();
            if (isPart || result.isUsageHelpRequested()) {
                return new Command.Print(
                        result.commandSpec().commandLine().getUsageMessage().stripTrailing());
            }
            return command(result);
        } catch (ParameterException e) {
            throw new StartException(ExitCode.USAGE, complaint(e), e);
        }
    }

    private static ParseResult last(ParseResult result) {
        return result.hasSubcommand() ? last(result.subcommand()) : result;
    }

    private Command command(ParseResult result) {
        String name = result.commandSpec().qualifiedName().substring(Grammar.ROOT.length() + 1);
        return switch (name) {
            case Grammar.TRAIN -> new Command.Train();
            case Grammar.VERSION -> new Command.Print("telvirt " + version + " (Java " + Runtime.version() + ")");
            case "user add" -> users(UserVerb.ADD, result);
            case "user remove" -> users(UserVerb.REMOVE, result);
            case "user list" -> users(UserVerb.LIST, result);
            case "user password" -> users(UserVerb.PASSWORD, result);
            case "role list" -> roles(RoleVerb.LIST, result);
            case "role assign" -> roles(RoleVerb.ASSIGN, result);
            case "role revoke" -> roles(RoleVerb.REVOKE, result);
            case "status" -> new Command.Status(result.hasMatchedOption(Grammar.JSON), where(result), source(result));
            case "config check" -> new Command.CheckConfig(first(result).map(Path::of));
            case "config show" -> new Command.ShowConfig(source(result));
            case "schema import" ->
                new Command.ImportSchema(
                        Path.of(first(result).orElse("")),
                        result.matchedOptionValue(Grammar.NAMESPACE, Grammar.USUAL_NAMESPACE),
                        result.hasMatchedOption(Grammar.REPLACE),
                        where(result),
                        source(result));
            default -> new Command.Serve(source(result), result.hasMatchedOption(Grammar.EXIT_WHEN_READY));
        };
    }

    private static Command.EditUsers users(UserVerb verb, ParseResult result) {
        return new Command.EditUsers(
                verb, first(result).orElse(""), path(result, Grammar.PASSWORD_FILE), source(result));
    }

    private static Command.EditRoles roles(RoleVerb verb, ParseResult result) {
        return new Command.EditRoles(
                verb,
                first(result).orElse(""),
                String.valueOf(result.<Object>matchedPositionalValue(1, "")),
                where(result),
                source(result));
    }

    private static Optional<String> first(ParseResult result) {
        return Optional.ofNullable(result.matchedPositionalValue(0, null));
    }

    private static Command.Where where(ParseResult result) {
        String url = result.matchedOptionValue(Grammar.URL, null);
        return new Command.Where(
                Optional.ofNullable(url),
                result.matchedOptionValue(Grammar.USER, Administrator.NAME),
                path(result, Grammar.PASSWORD_FILE),
                path(result, Grammar.CERTIFICATE));
    }

    private static Command.Source source(ParseResult result) {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String text = result.matchedOptionValue(setting.option(), null);
            if (text != null) {
                options.put(setting, text);
            }
        }
        return new Command.Source(options, path(result, Grammar.SETTINGS_FILE));
    }

    private static Optional<Path> path(ParseResult result, String option) {
        String text = result.matchedOptionValue(option, null);
        return Optional.ofNullable(text).map(Path::of);
    }

    private static String complaint(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String near = e instanceof UnmatchedArgumentException unmatched
                ? meant(unmatched, command)
                        .map(name -> "; did you mean " + name + "?")
                        .orElse(".")
                : ".";
        return e.getMessage() + near + " '" + command.qualifiedName() + " --help' says more";
    }

    private static Optional<String> meant(UnmatchedArgumentException e, CommandSpec command) {
        String first = e.getUnmatched().get(0);
        return first.startsWith("-")
                ? e.getSuggestions().stream().findFirst()
                : NearestName.to(first, command.subcommands().keySet());
    }
}
