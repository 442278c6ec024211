package org.telvirt.server.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/** Reads a settings file: one {@code key = value} a line, and comments from a {@code #} to the end of the line. */
final class SettingsFile {
    private static final List<String> KEYS =
            Arrays.stream(Setting.values()).map(Setting::key).toList();

    private final Path path;
    private final Map<Setting, Written> found = new EnumMap<>(Setting.class);

    private SettingsFile(Path path) {
        this.path = path;
    }

    /**
     * What the file says.
     *
     * @throws StartException SETTINGS: it cannot be read, or a line is wrong
     */
    static Map<Setting, Written> read(Path path) throws StartException {
        List<StartException> mistakes = new ArrayList<>();
        Map<Setting, Written> found = read(path, mistakes::add);
        if (!mistakes.isEmpty()) {
            throw mistakes.get(0);
        }
        return found;
    }

    /**
     * What the file says, line by line.
     *
     * @param mistakes gets what is wrong with a line; the line counts for nothing
     * @throws StartException SETTINGS: it cannot be read
     */
    static Map<Setting, Written> read(Path path, Consumer<StartException> mistakes) throws StartException {
        SettingsFile file = new SettingsFile(path);
        int number = 0;
        for (String line : file.lines()) {
            try {
                file.take(withoutComment(line), path + ":" + ++number);
            } catch (StartException e) {
                mistakes.accept(e);
            }
        }
        return file.found;
    }

    private List<String> lines() throws StartException {
        try {
            return Files.readAllLines(path);
        } catch (NoSuchFileException e) {
            throw wrong("Cannot read the settings file " + path + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw wrong("Cannot read the settings file " + path + ": it is not UTF-8 text", e);
        } catch (IOException e) {
            throw wrong("Cannot read the settings file " + path + ": " + e.getMessage(), e);
        }
    }

    /** A hash within a word, as in a URI, is no comment. */
    private static String withoutComment(String line) {
        int hash = line.startsWith("#") ? 0 : Math.max(line.indexOf(" #"), line.indexOf("\t#"));
        return (hash < 0 ? line : line.substring(0, hash)).strip();
    }

    private void take(String line, String origin) throws StartException {
        if (line.isEmpty()) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw wrong(origin + ": '" + line + "' is not a setting; write it as: key = value", null);
        }
        String key = line.substring(0, equals).strip();
        Setting setting = Setting.ofKey(key);
        if (setting == null) {
            throw wrong(origin + ": there is no setting '" + key + "'; " + advice(key), null);
        }
        Written written = new Written(line.substring(equals + 1).strip(), origin);
        Written earlier = found.putIfAbsent(setting, written);
        if (earlier != null) {
            throw wrong(origin + ": '" + key + "' is set already, in " + earlier.origin() + "; remove one", null);
        }
    }

    private static String advice(String key) {
        return NearestName.to(key, KEYS)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("the settings are " + String.join(", ", KEYS));
    }

    private static StartException wrong(String message, @Nullable Exception cause) {
        return new StartException(ExitCode.SETTINGS, message, cause);
    }
}
