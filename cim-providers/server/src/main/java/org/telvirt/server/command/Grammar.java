package org.telvirt.server.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.settings.Setting;
import org.telvirt.server.settings.SettingsReader;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The commands and their options, for picocli. Written out and not annotated: reflection on annotations would take a
 * tenth of every start.
 */
final class Grammar {
    static final String ROOT = "telvirt";
    static final String SERVE = "serve";
    static final String VERSION = "version";
    static final String TRAIN = "train";
    static final String SETTINGS_FILE = SettingsReader.FILE_OPTION;
    static final String PASSWORD_FILE = "--password-file";
    static final String JSON = "--json";
    static final String URL = "--url";
    static final String USER = "--user";
    static final String CERTIFICATE = "--certificate";
    static final String NAMESPACE = "--namespace";
    static final String USUAL_NAMESPACE = "root/cimv2";
    static final String REPLACE = "--replace";
    static final String EXIT_WHEN_READY = "--exit-when-ready";

    private static final int HELP_WIDTH = 110;

    private Grammar() {}

    /**
     * All commands; only the wanted one with its options, for making hundreds that nobody asks about would slow the start.
     *
     * @param wanted the command's name; may be anything
     */
    static CommandSpec root(String wanted) {
        CommandSpec root = CommandSpec.create().name(ROOT).addOption(help());
        root.usageMessage().description("Manages virtual machines through the DMTF standards.");
        Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();
        commands.put(SERVE, Grammar::serve);
        commands.put("status", Grammar::status);
        commands.put("user", Grammar::user);
        commands.put("role", Grammar::role);
        commands.put("config", Grammar::config);
        commands.put("schema", Grammar::schema);
        commands.put(VERSION, () -> simple("Prints the version."));
        commands.put(TRAIN, () -> hidden(simple("Serves itself a few requests, for the archive of classes.")));
        boolean isOne = commands.containsKey(wanted);
        commands.forEach((name, command) -> {
            if (!isOne || name.equals(wanted)) {
                root.addSubcommand(name, command.get());
            }
        });
        return root;
    }

    private static CommandSpec serve() {
        CommandSpec serve = simple("Starts the server, and runs until SIGTERM or Ctrl-C.");
        for (Setting.Group group : Setting.Group.values()) {
            serve.addArgGroup(group(group));
        }
        serve.addOption(settingsFile());
        serve.addOption(OptionSpec.builder(EXIT_WHEN_READY)
                .type(boolean.class)
                .hidden(true)
                .build());
        serve.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(HELP_WIDTH)
                .footer(
                        "",
                        "Each setting can also stand in the settings file, as 'http-port = 5988', and in the environment, as",
                        "TELVIRT_HTTP_PORT. An option beats the environment, which beats the file.")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
        return serve;
    }

    private static CommandSpec status() {
        CommandSpec status = remote(simple(
                "Asks a running server how it is. Ends with 0 if it is well, 1 if not, 3 if " + "it does not answer."));
        return status.addOption(OptionSpec.builder(JSON)
                .type(boolean.class)
                .description("for programs")
                .build());
    }

    private static CommandSpec config() {
        CommandSpec check = simple("Names every mistake in a settings file, without starting a server.");
        check.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .type(String.class)
                .arity("0..1")
                .description("the settings file (default: the one that a server would read)")
                .build());
        CommandSpec show = simple("Prints the settings in force, and where each comes from.");
        for (Setting setting : Setting.values()) {
            show.addOption(hidden(option(setting)));
        }
        show.addOption(settingsFile());
        return simple("Checks and shows settings.")
                .addSubcommand("check", check)
                .addSubcommand("show", show);
    }

    private static CommandSpec schema() {
        CommandSpec fromMof = remote(simple("Brings classes, qualifiers and instances from MOF into a running server. "
                + "What is there and the same is left alone."));
        fromMof.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE.zip|DIR|FILE.mof")
                .type(String.class)
                .arity("1")
                .description("MOF, such as the archive of a CIM schema that the DMTF publishes")
                .build());
        fromMof.addOption(option(
                NAMESPACE,
                "NAME",
                "for what no pragma puts elsewhere; made if need be (default: " + USUAL_NAMESPACE + ")"));
        fromMof.addOption(OptionSpec.builder(REPLACE)
                .type(boolean.class)
                .description("modify what is there and different, instead of leaving it")
                .build());
        return simple("Works on the schema of a running server.").addSubcommand("import", fromMof);
    }

    private static OptionSpec hidden(OptionSpec option) {
        return option.toBuilder().hidden(true).build();
    }

    /** A command that talks to a server. */
    private static CommandSpec remote(CommandSpec command) {
        command.usageMessage().width(HELP_WIDTH);
        return command.addOption(option(URL, "URL", "the server (default: the one that runs on the state folder)"))
                .addOption(option(USER, "NAME", "who we are there (default: admin)"))
                .addOption(option(
                        PASSWORD_FILE,
                        "FILE",
                        "file whose first line is the password (default: ask, or read standard input)"))
                .addOption(option(CERTIFICATE, "FILE", "PEM certificate of the server (default: one that Java trusts)"))
                .addOption(option(Setting.STATE))
                .addOption(settingsFile());
    }

    private static CommandSpec user() {
        CommandSpec user = simple("Edits the file of users; a running server reads it within seconds.");
        return user.addSubcommand("add", withPassword(ofUser("Adds a user.")))
                .addSubcommand("remove", ofUser("Removes a user."))
                .addSubcommand("list", local(simple("Prints the names of the users.")))
                .addSubcommand("password", withPassword(ofUser("Gives a user another password.")));
    }

    private static CommandSpec role() {
        return simple("Shows and changes, on a running server, who may do what.")
                .addSubcommand("list", remote(simple("Prints the roles, and who has which.")))
                .addSubcommand("assign", ofRole("Gives a user a role; from the next request on it counts."))
                .addSubcommand("revoke", ofRole("Takes a role from a user."));
    }

    private static CommandSpec ofRole(String description) {
        return remote(simple(description))
                .addPositional(positional("NAME", "0", "the user's name"))
                .addPositional(positional("ROLE", "1", "such as viewer, operator or administrator"));
    }

    private static PositionalParamSpec positional(String label, String index, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .index(index)
                .type(String.class)
                .arity("1")
                .description(description)
                .build();
    }

    private static CommandSpec ofUser(String description) {
        return local(simple(description))
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("NAME")
                        .type(String.class)
                        .arity("1")
                        .description("the user's name")
                        .build());
    }

    private static CommandSpec withPassword(CommandSpec command) {
        return command.addOption(option(
                PASSWORD_FILE, "FILE", "file whose first line is the password (default: ask, or read standard input)"));
    }

    /** A command on the files of this machine's server. */
    private static CommandSpec local(CommandSpec command) {
        command.usageMessage().width(HELP_WIDTH);
        return command.addOption(option(Setting.STATE))
                .addOption(option(Setting.USERS))
                .addOption(settingsFile());
    }

    private static OptionSpec settingsFile() {
        return option(SETTINGS_FILE, "FILE", "settings file (default: $XDG_CONFIG_HOME/telvirt/telvirt.conf)");
    }

    private static ArgGroupSpec group(Setting.Group of) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder()
                .heading("%n" + of.heading() + ":%n")
                .exclusive(false)
                .validate(false);
        Arrays.stream(Setting.values())
                .filter(setting -> setting.group() == of)
                .map(Grammar::option)
                .forEach(group::addArg);
        return group.build();
    }

    private static OptionSpec option(Setting setting) {
        OptionSpec.Builder option = OptionSpec.builder(setting.option())
                .paramLabel(setting.valueLabel())
                .type(String.class)
                .description(meaning(setting));
        return setting.isSwitch() ? option.arity("0..1").fallbackValue("yes").build() : option.build();
    }

    private static String meaning(Setting setting) {
        String fallback = setting.fallback();
        return fallback.isEmpty() ? setting.meaning() : setting.meaning() + " (default: " + fallback + ")";
    }

    private static OptionSpec option(String name, String valueLabel, String meaning) {
        return OptionSpec.builder(name)
                .paramLabel(valueLabel)
                .type(String.class)
                .description(meaning)
                .build();
    }

    private static CommandSpec simple(String description) {
        CommandSpec command = CommandSpec.create().addOption(help());
        command.usageMessage().description(description);
        return command;
    }

    private static CommandSpec hidden(CommandSpec command) {
        command.usageMessage().hidden(true);
        return command;
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("prints this")
                .build();
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode exitCode : ExitCode.values()) {
            codes.put(" " + exitCode.code(), exitCode.meaning());
        }
        return codes;
    }
}
