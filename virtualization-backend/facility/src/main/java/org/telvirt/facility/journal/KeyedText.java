package org.telvirt.facility.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values by name as lines of text that people can read: {@code name=value}, with line ends and backslashes escaped. */
public final class KeyedText {
    private KeyedText() {}

    /** The text; names have no equals sign. */
    public static String write(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))
                .append('\n'));
        return text.toString();
    }

    /** The values; lines that are none are passed over, since a later version may have written them. */
    public static Map<String, String> read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), unescaped(line.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char present = text.charAt(i);
            if (present == '\\' && i + 1 < text.length()) {
                i++;
                present = switch (text.charAt(i)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> text.charAt(i);
                };
            }
            plain.append(present);
        }
        return plain.toString();
    }
}
