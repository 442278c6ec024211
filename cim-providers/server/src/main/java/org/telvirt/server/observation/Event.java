package org.telvirt.server.observation;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * A line of the log that programs can take apart: a text for people, and the fields it is made of. Goes past SLF4J, which
 * would flatten the fields.
 */
public final class Event extends LogRecord {
    private static final long serialVersionUID = 1;

    private final String name;
    private final transient Map<String, Object> fields;

    /**
     * @param logger who says it
     * @param name what happened, in a word
     * @param fields in their order; a text may come from a client, and hold anything
     */
    public Event(Level level, String logger, String name, Map<String, Object> fields) {
        super(level, text(name, fields));
        setLoggerName(logger);
        this.name = name;
        this.fields = fields;
    }

    private static String text(String name, Map<String, Object> fields) {
        StringBuilder text = new StringBuilder(name);
        fields.forEach((field, value) -> {
            String shown = value.toString();
            boolean isWord = !shown.isEmpty() && shown.chars().noneMatch(letter -> letter <= ' ' || letter == '"');
            text.append(' ').append(field).append('=').append(isWord ? shown : JsonText.of(shown));
        });
        return text.toString();
    }

    /** What happened, in a word. */
    String name() {
        return name;
    }

    Map<String, Object> fields() {
        return fields;
    }
}
