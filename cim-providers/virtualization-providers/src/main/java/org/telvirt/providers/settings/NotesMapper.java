package org.telvirt.providers.settings;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.hypervisor.definition.DomainDefinition;

/**
 * What people and programs noted of a system, but for what the facility notes for itself, which stays. Notes are kept among the metadata, in a namespace of ours, one a line; so
 * they go where the definition goes.
 */
final class NotesMapper {
    private static final String NOTES = "urn:telvirt:notes:1";
    private static final String OWN = "urn:telvirt:";
    private static final String SEPARATOR = " ";

    private NotesMapper() {}

    static void describe(CimInstance.Builder settings, SortedMap<String, String> metadata) {
        String notes = metadata.get(NOTES);
        SortedMap<String, String> others = new TreeMap<>(metadata);
        others.keySet().removeIf(NotesMapper::isOwn);
        settings.with(SettingsNames.NOTES, BootMapper.texts(notes == null ? List.of() : lines(notes)))
                .with(SettingsNames.METADATA, BootMapper.texts(BootMapper.pairs(others, SEPARATOR)));
    }

    static DomainDefinition apply(DomainDefinition definition, SettingsReader settings) throws CimException {
        SortedMap<String, String> own = new TreeMap<>(definition.metadata());
        own.keySet().removeIf(namespace -> !isOwn(namespace));
        SortedMap<String, String> others = new TreeMap<>(definition.metadata());
        others.keySet().removeIf(NotesMapper::isOwn);
        String before = own.remove(NOTES);
        SortedMap<String, String> after =
                new TreeMap<>(BootMapper.read(settings, SettingsNames.METADATA, SEPARATOR, others));
        for (String namespace : after.keySet()) {
            if (isOwn(namespace)) {
                throw settings.refuse(
                        "Metadata of " + namespace + " is what Telvirt itself notes, of Notes and others");
            }
        }
        after.putAll(own);
        List<String> notes = settings.textsOr(SettingsNames.NOTES, before == null ? List.of() : lines(before));
        if (!notes.isEmpty()) {
            after.put(NOTES, notes.stream().map(NotesMapper::escaped).collect(Collectors.joining("\n")));
        }
        return definition.withMetadata(after);
    }

    private static boolean isOwn(String namespace) {
        return namespace.startsWith(OWN);
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n", -1)).map(NotesMapper::unescaped).toList();
    }

    /** A note as one line that begins and ends with something else than space, which metadata must. */
    private static String escaped(String note) {
        return "-" + note.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") + "-";
    }

    private static String unescaped(String line) {
        String bare = line.length() > 1 ? line.substring(1, line.length() - 1) : "";
        StringBuilder note = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '\\' && i + 1 < bare.length()) {
                i++;
                c = bare.charAt(i);
                note.append(c == 'n' ? '\n' : c == 'r' ? '\r' : c);
            } else {
                note.append(c);
            }
        }
        return note.toString();
    }
}
