package org.telvirt.traceability.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One flat JSON object on one line: texts, lists of texts and whole numbers. A library would do this too, but this room
 * is on the test class path of every module and its report must run with nothing but a JDK.
 */
final class JsonLine {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final String line;
    private int at;

    private JsonLine(String line) {
        this.line = line;
    }

    static String write(Map<String, ?> fields) {
        StringBuilder out = new StringBuilder("{");
        fields.forEach((name, value) -> {
            if (out.length() > 1) {
                out.append(',');
            }
            quote(name, out);
            out.append(':');
            writeValue(value, out);
        });
        return out.append('}').toString();
    }

    private static void writeValue(Object value, StringBuilder out) {
        if (value instanceof Number number) {
            out.append(number.longValue());
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                if (i > 0) {
                    out.append(',');
                }
                quote(String.valueOf(list.get(i)), out);
            }
            out.append(']');
        } else {
            quote(value.toString(), out);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                // escaping all that is not ASCII keeps unpaired surrogates and line separators out of the file
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /**
     * Reads what {@link #write} wrote, with or without blanks.
     *
     * @throws IllegalArgumentException for anything else; names the column
     */
    static JsonLine read(String line) {
        JsonLine reader = new JsonLine(line);
        reader.readObject();
        return reader;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        return require(name, String.class);
    }

    long number(String name) {
        return require(name, Long.class);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object text : require(name, List.class)) {
            texts.add((String) text);
        }
        return texts;
    }

    private <T> T require(String name, Class<T> type) {
        Object value = fields.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("field '" + name + "' is missing or not a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private void readObject() {
        expect('{');
        if (peek() != '}') {
            readField();
            while (peek() == ',') {
                at++;
                readField();
            }
        }
        expect('}');
        if (peek() != 0) {
            throw wrong("nothing more");
        }
    }

    private void readField() {
        String name = readText();
        expect(':');
        char next = peek();
        if (next == '"') {
            fields.put(name, readText());
        } else if (next == '[') {
            fields.put(name, readList());
        } else {
            fields.put(name, readNumber());
        }
    }

    private List<String> readList() {
        List<String> list = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!list.isEmpty()) {
                expect(',');
            }
            list.add(readText());
        }
        expect(']');
        return list;
    }

    private Long readNumber() {
        int start = at;
        while (at < line.length() && "-0123456789".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Long.valueOf(line.substring(start, at));
        } catch (NumberFormatException e) {
            throw wrong("a text, a list or a whole number", e);
        }
    }

    private String readText() {
        expect('"');
        StringBuilder text = new StringBuilder();
        while (at < line.length() && line.charAt(at) != '"') {
            char c = line.charAt(at++);
            text.append(c == '\\' ? readEscape() : c);
        }
        expect('"');
        return text.toString();
    }

    private char readEscape() {
        char kind = at < line.length() ? line.charAt(at++) : 0;
        if (kind == '"' || kind == '\\') {
            return kind;
        }
        if (kind != 'u' || at + 4 > line.length()) {
            throw wrong("an escape");
        }
        try {
            char c = (char) Integer.parseInt(line, at, at + 4, 16);
            at += 4;
            return c;
        } catch (NumberFormatException e) {
            throw wrong("four hexadecimal digits", e);
        }
    }

    private char peek() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length() ? line.charAt(at) : 0;
    }

    private void expect(char expected) {
        if (peek() != expected) {
            throw wrong("'" + expected + "'");
        }
        at++;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("expected " + expected + " in column " + (at + 1));
    }

    private IllegalArgumentException wrong(String expected, Throwable cause) {
        return new IllegalArgumentException("expected " + expected + " in column " + (at + 1), cause);
    }
}
