package org.telvirt.server.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.telvirt.server.exit.StartException;

/** Gathers the settings: an option beats the environment, which beats the file, which beats the default. */
public final class SettingsReader {
    /** The option that names the settings file. */
    public static final String FILE_OPTION = "--config";
    /** The variable that names the settings file. */
    public static final String FILE_VARIABLE = "TELVIRT_CONFIG";

    // the launcher's own
    private static final String JVM_VARIABLE = "TELVIRT_JAVA_OPTS";

    private final Map<String, String> environment;
    private final Path home;

    /**
     * @param environment the variables of the process
     * @param home the user's home directory
     */
    public SettingsReader(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /**
     * The settings in force.
     *
     * @param options what the command line says, by setting
     * @param file the settings file that the command line names; empty: the environment's, or the usual one if present
     * @throws StartException SETTINGS: a file cannot be read, a name is unknown, or a value is wrong
     */
    public Settings read(Map<Setting, String> options, Optional<Path> file) throws StartException {
        return settings(new Values(written(options, file)));
    }

    /**
     * What was written somewhere, by setting; what was written nowhere has its default.
     *
     * @throws StartException SETTINGS: a file cannot be read, or a name is unknown
     */
    public Map<Setting, Written> written(Map<Setting, String> options, Optional<Path> file) throws StartException {
        Map<Setting, Written> written = new EnumMap<>(Setting.class);
        Optional<Path> source = file.or(this::fileInUse);
        if (source.isPresent()) {
            written.putAll(SettingsFile.read(source.get()));
        }
        for (Setting setting : Setting.values()) {
            variable(setting.variable())
                    .ifPresent(text ->
                            written.put(setting, new Written(text, setting.variable() + " in the environment")));
        }
        options.forEach((setting, text) -> written.put(setting, new Written(text, setting.option())));
        return written;
    }

    /** The settings file that a server reads which is told of none; empty: it would read none. */
    public Optional<Path> fileInUse() {
        return variable(FILE_VARIABLE).map(Path::of).or(this::usualFile);
    }

    /** Whether a value is right, whatever the others are. */
    void checkAlone(Map<Setting, Written> one) throws StartException {
        values(new Values(one));
    }

    /** Whether values fit together. */
    void checkTogether(Map<Setting, Written> all) throws StartException {
        settings(new Values(all));
    }

    private Settings settings(Values values) throws StartException {
        Settings settings = values(values);
        Conflicts.refuse(settings, values.yes(Setting.ALLOW_PLAIN_HTTP));
        return settings;
    }

    private Settings values(Values values) throws StartException {
        Path state = values.path(Setting.STATE).orElseGet(this::usualState);
        values.yes(Setting.ALLOW_PLAIN_HTTP);
        return new Settings(
                values.port(Setting.HTTP_PORT),
                values.port(Setting.HTTPS_PORT),
                values.port(Setting.SLP_PORT),
                values.text(Setting.BIND),
                state,
                values.uri(Setting.HYPERVISOR),
                values.level(Setting.LOG_LEVEL),
                values.choice(Setting.LOG_FORMAT, Settings.LogFormat.class),
                Security.of(values, state),
                Limits.of(values),
                values.time(Setting.STOP_TIMEOUT),
                mistypedVariables());
    }

    /** Where the settings file is looked for when nobody names one. */
    public Path usualFilePath() {
        return folder("XDG_CONFIG_HOME", ".config").resolve("telvirt/telvirt.conf");
    }

    private Optional<Path> usualFile() {
        return Optional.of(usualFilePath()).filter(Files::exists);
    }

    private Path usualState() {
        return folder("XDG_STATE_HOME", ".local/state").resolve("telvirt");
    }

    /** The XDG Base Directory Specification: a variable that is not an absolute path is to be ignored. */
    private Path folder(String variable, String fallback) {
        return variable(variable).map(Path::of).filter(Path::isAbsolute).orElse(home.resolve(fallback));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    /** Other programs of the project may read other variables, so only what nearly is a setting is worth a word. */
    private List<String> mistypedVariables() {
        List<String> known = Stream.concat(
                        Arrays.stream(Setting.values()).map(Setting::variable), Stream.of(FILE_VARIABLE, JVM_VARIABLE))
                .map(SettingsReader::withoutPrefix)
                .toList();
        return environment.keySet().stream()
                .filter(name -> name.startsWith(Setting.VARIABLE_PREFIX))
                .map(SettingsReader::withoutPrefix)
                .filter(name -> !known.contains(name))
                .sorted()
                .flatMap(name -> NearestName.to(name, known).map(near -> mistyped(name, near)).stream())
                .toList();
    }

    private static String withoutPrefix(String variable) {
        return variable.substring(Setting.VARIABLE_PREFIX.length());
    }

    private static String mistyped(String name, String near) {
        return Setting.VARIABLE_PREFIX + name + " in the environment is not a setting; did you mean "
                + Setting.VARIABLE_PREFIX + near + "?";
    }
}
