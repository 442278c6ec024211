package org.telvirt.slp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A search filter over attributes, as LDAP version 3 writes them (RFC 2608 §8.1, RFC 2254). */
final class Predicate {
    private static final int MOST_DEPTH = 16;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private final String text;
    private final Map<String, List<String>> attributes;
    private int next;

    private Predicate(String text, Map<String, List<String>> attributes) {
        this.text = text;
        this.attributes = attributes;
    }

    /**
     * Whether the attributes match.
     *
     * @param filter empty: everything does
     * @throws IllegalArgumentException if it is not a filter
     */
    static boolean matches(String filter, Map<String, List<String>> attributes) {
        if (filter.isBlank()) {
            return true;
        }
        Predicate predicate = new Predicate(filter.strip(), attributes);
        boolean result = predicate.filter(0);
        if (predicate.next != predicate.text.length()) {
            throw predicate.broken();
        }
        return result;
    }

    /** Whether a text matches a pattern with stars, whatever the case of their letters. */
    static boolean matches(String pattern, String text) {
        String[] parts = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
        String rest = text.toLowerCase(Locale.ROOT);
        String first = unescape(parts[0]);
        String last = unescape(parts[parts.length - 1]);
        if (parts.length == 1) {
            return rest.equals(first);
        } else if (!rest.startsWith(first) || !rest.endsWith(last) || rest.length() < first.length() + last.length()) {
            return false;
        }
        // the first place that fits is the best; a regular expression would try them all, for whoever asks
        int from = first.length();
        int to = rest.length() - last.length();
        for (int i = 1; i < parts.length - 1; i++) {
            String part = unescape(parts[i]);
            int found = rest.indexOf(part, from);
            if (found < 0 || found + part.length() > to) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escaped = text.charAt(i) == '\\' && i + 2 < text.length();
            out.append(escaped ? (char) Integer.parseInt(text.substring(i + 1, i + 3), 16) : text.charAt(i));
            i += escaped ? 2 : 0;
        }
        return out.toString();
    }

    private boolean filter(int depth) {
        expect('(');
        if (depth > MOST_DEPTH || next >= text.length()) {
            throw broken();
        }
        char kind = text.charAt(next);
        boolean result;
        if (kind == '&' || kind == '|' || kind == '!') {
            next++;
            result = combined(kind, filters(depth));
        } else {
            int end = text.indexOf(')', next);
            if (end < 0) {
                throw broken();
            }
            result = item(text.substring(next, end));
            next = end;
        }
        expect(')');
        return result;
    }

    private List<Boolean> filters(int depth) {
        List<Boolean> results = new ArrayList<>();
        while (next < text.length() && text.charAt(next) == '(') {
            results.add(filter(depth + 1));
        }
        return results;
    }

    private boolean combined(char kind, List<Boolean> results) {
        if (results.isEmpty() || (kind == '!' && results.size() != 1)) {
            throw broken();
        }
        return kind == '&' ? !results.contains(false) : kind == '|' ? results.contains(true) : !results.get(0);
    }

    private boolean item(String item) {
        int equals = item.indexOf('=');
        if (equals < 1) {
            throw broken();
        }
        char before = item.charAt(equals - 1);
        boolean ordered = before == '<' || before == '>';
        boolean approximate = before == '~';
        String tag =
                item.substring(0, ordered || approximate ? equals - 1 : equals).strip();
        String wanted = item.substring(equals + 1).strip();
        for (String value : values(tag)) {
            if (ordered ? isOrdered(value, before, unescape(wanted)) : matches(wanted, value)) {
                return true;
            }
        }
        return false;
    }

    private List<String> values(String tag) {
        return attributes.entrySet().stream()
                .filter(attribute -> attribute.getKey().equalsIgnoreCase(tag))
                .flatMap(attribute -> attribute.getValue().stream())
                .toList();
    }

    private static boolean isOrdered(String value, char order, String wanted) {
        boolean numbers =
                NUMBER.matcher(value).matches() && NUMBER.matcher(wanted).matches();
        int compared = numbers
                ? Long.compare(Long.parseLong(value), Long.parseLong(wanted))
                : value.toLowerCase(Locale.ROOT).compareTo(wanted.toLowerCase(Locale.ROOT));
        return order == '<' ? compared <= 0 : compared >= 0;
    }

    private void expect(char c) {
        if (next >= text.length() || text.charAt(next) != c) {
            throw broken();
        }
        next++;
    }

    private IllegalArgumentException broken() {
        return new IllegalArgumentException("Not a filter, from character " + next + " on: " + text);
    }
}
