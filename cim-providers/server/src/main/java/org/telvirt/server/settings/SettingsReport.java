package org.telvirt.server.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.telvirt.server.exit.StartException;

/** What a settings file says, mistakes and all; and what is in force, and why. */
public final class SettingsReport {
    private SettingsReport() {}

    /**
     * Every mistake in a settings file, each with its line.
     *
     * @return empty: there is none
     * @throws StartException SETTINGS: the file cannot be read
     */
    public static List<String> mistakes(Path file, SettingsReader reader) throws StartException {
        List<String> mistakes = new ArrayList<>();
        Map<Setting, Written> written = SettingsFile.read(file, e -> mistakes.add(e.getMessage()));
        boolean valuesAreRight = true;
        for (Map.Entry<Setting, Written> one : written.entrySet()) {
            try {
                reader.checkAlone(Map.of(one.getKey(), one.getValue()));
            } catch (StartException e) {
                mistakes.add(e.getMessage());
                valuesAreRight = false;
            }
        }
        if (valuesAreRight) {
            try {
                reader.checkTogether(written);
            } catch (StartException e) {
                mistakes.add(file + ": " + e.getMessage());
            }
        }
        return mistakes;
    }

    /** Every setting in force, as lines of a settings file, with where it comes from as a comment. */
    public static List<String> inForce(Map<Setting, Written> written) {
        Map<Setting, Written> given = new EnumMap<>(Setting.class);
        given.putAll(written);
        List<String> lines = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            Written value = given.get(setting);
            String text = setting.key() + " = " + (value == null ? setting.fallback() : value.text());
            lines.add(String.format("%-44s # %s", text.strip(), value == null ? "default" : value.origin()));
        }
        return lines;
    }
}
