package org.telvirt.providers.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.providers.settings.SettingsReader;

/** Processors and memory nodes of the host as texts, such as {@code 0-3,8}, and those of single things. */
final class NumberSets {
    private NumberSets() {}

    static @Nullable String text(@Nullable NumberSet set) {
        return set == null ? null : set.toString();
    }

    /** Each as {@code NUMBER=SET}. */
    static void describe(CimInstance.Builder settings, CimName name, SortedMap<Integer, NumberSet> each) {
        List<String> texts = new ArrayList<>();
        each.forEach((number, set) -> texts.add(number + "=" + set));
        if (!texts.isEmpty()) {
            settings.with(name, CimValues.texts(texts));
        }
    }

    /** The set that the settings ask for; null: any. */
    static @Nullable NumberSet read(SettingsReader settings, CimName name, @Nullable NumberSet present)
            throws CimException {
        String text = settings.textOr(name, text(present));
        return text == null ? null : parse(settings, name, text);
    }

    /** The sets of single things that the settings ask for. */
    static SortedMap<Integer, NumberSet> readEach(
            SettingsReader settings, CimName name, SortedMap<Integer, NumberSet> present) throws CimException {
        if (!settings.says(name)) {
            return present;
        }
        SortedMap<Integer, NumberSet> each = new TreeMap<>();
        for (String text : settings.textsOr(name, List.of())) {
            int end = text.indexOf('=');
            NumberSet number = parse(settings, name, end < 0 ? text : text.substring(0, end));
            if (end < 0 || number.numbers().size() != 1) {
                throw settings.refuse(name + " '" + text + "' is not of the form NUMBER=SET, such as 0=2-3");
            } else if (each.put(number.numbers().get(0), parse(settings, name, text.substring(end + 1))) != null) {
                throw settings.refuse(name + " has " + number + " twice");
            }
        }
        return each;
    }

    private static NumberSet parse(SettingsReader settings, CimName name, String text) throws CimException {
        try {
            return NumberSet.parse(text);
        } catch (IllegalArgumentException e) {
            throw settings.refuse(name + ": " + e.getMessage());
        }
    }
}
