package org.telvirt.cimxml;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A path in the form of a WBEM URI (DSP0207): {@code ns:Class.k1="v1",k2=2}, with an optional leading slash,
 * {@code //host/} or {@code https://host/}.
 *
 * @param namespace null: none
 * @param keys by their names regardless of case; a key without a name has the empty one
 */
record UntypedPath(@Nullable String namespace, String className, Map<String, Key> keys) {
    // behind each of them stands a host
    private static final List<String> SCHEMES = List.of("//", "http://", "https://");

    /**
     * A key's value.
     *
     * @param value without quotes and escapes
     * @param raw without quotes, but with escapes
     */
    record Key(String value, String raw, boolean quoted) {}

    /** The path in a text; null: the text is no path. */
    static @Nullable UntypedPath parse(String text) {
        int start = start(text);
        if (start < 0) {
            return null;
        }
        // neither class nor key names have colons, while namespaces and key values may have anything
        int firstKey = text.indexOf('=', start);
        int colon = text.lastIndexOf(':', firstKey < 0 ? text.length() : firstKey);
        int name = Math.max(colon + 1, start);
        int end = endOfName(text, name);
        String namespace = colon < start ? null : text.substring(start, colon);
        Map<String, Key> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        return end > name && parseKeys(text, end, keys)
                ? new UntypedPath(namespace, text.substring(name, end), keys)
                : null;
    }

    /** What a text has behind its scheme and host; all of it if there is nothing behind them. */
    static String local(String text) {
        int start = start(text);
        return start < 0 ? text : text.substring(start);
    }

    // where the namespace begins; -1: there is a host and nothing else
    private static int start(String text) {
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return text.indexOf('/', scheme.length());
            }
        }
        return 0;
    }

    private static int endOfName(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '=') {
            at++;
        }
        return at;
    }

    private static boolean parseKeys(String text, int from, Map<String, Key> keys) {
        String rest = text.substring(from);
        if (rest.isEmpty() || rest.equals("=@") || rest.equals(".")) {
            return true;
        }
        if (text.charAt(from) == '=') {
            return parseValue(text, from + 1, "", keys) == text.length();
        }
        int at = from;
        while (at < text.length()) {
            int equals = text.indexOf('=', at + 1);
            if (equals < 0) {
                return false;
            }
            at = parseValue(text, equals + 1, text.substring(at + 1, equals).strip(), keys);
            if (at < 0 || (at < text.length() && text.charAt(at) != ',')) {
                return false;
            }
        }
        return true;
    }

    // where the value ends; -1: it does not, or its name has come before
    private static int parseValue(String text, int from, String name, Map<String, Key> keys) {
        char quote = from < text.length() ? text.charAt(from) : 0;
        boolean quoted = quote == '"' || quote == '\'';
        int start = quoted ? from + 1 : from;
        int at = start;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != (quoted ? quote : ',')) {
            if (quoted && text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (quoted && at == text.length()) {
            return -1;
        }
        Key key = new Key(value.toString(), text.substring(start, at), quoted);
        return keys.put(name, key) == null ? at + (quoted ? 1 : 0) : -1;
    }
}
