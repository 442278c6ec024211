package org.telvirt.cimxml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes the elements of a message that is well formed, so that mostly it still is and means something else. */
final class ElementMutation {
    private static final Pattern TAG = Pattern.compile("<(/?)[A-Z][\\w.]*[^>]*?(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" [A-Za-z]+=\"([^\"]*)\"");
    private static final Pattern TEXT = Pattern.compile(">([^<>]+)<");
    private static final int DEEP = 300;
    private static final int MANY = 200;
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "true",
            "TRUE",
            "maybe",
            "0",
            "-1",
            "4294967296",
            "18446744073709551615",
            "18446744073709551616",
            "9".repeat(400),
            "0x7FFFFFFFFFFFFFFF",
            "1e999999999",
            "-INF",
            "string",
            "uint8",
            "char16",
            "datetime",
            "reference",
            "instance",
            "object",
            "numeric",
            "20240229123456.000000+060",
            "99999999999999.999999:000",
            "*".repeat(25),
            "a".repeat(70_000),
            "root//virt",
            "//host/root/virt:A.b=\"c\"",
            "\u00e9\u20ac\ud83d\ude00",
            "&lt;INSTANCE CLASSNAME=&quot;a&quot;&gt;&lt;/INSTANCE&gt;",
            "&#x10FFFF;&#13;&#10;");
    // what a character for each octet makes of UTF-8 that is none
    private static final List<String> OCTETS = List.of(
            "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00f4\u0090\u0080\u0080", "\u00ff", "\u00e2\u0082", "\u0000");

    private final Random random;

    ElementMutation(Random random) {
        this.random = random;
    }

    /** From where to where an element is. */
    private record Span(int start, int end) {
        String of(String text) {
            return text.substring(start, end);
        }
    }

    /**
     * A changed message.
     *
     * @param octets a character for each octet, as the other messages
     * @param other a message whose elements may come in
     */
    String of(String octets, String other) {
        String changed = octets;
        for (int change = random.nextInt(3); change >= 0; change--) {
            changed = changed(changed, other);
        }
        return changed;
    }

    private String changed(String text, String other) {
        List<Span> spans = spans(text);
        if (spans.size() < 2) {
            return text;
        }
        Span span = spans.get(random.nextInt(spans.size()));
        String element = span.of(text);
        return switch (random.nextInt(10)) {
            case 0 -> swapped(text, span, spans.get(random.nextInt(spans.size())));
            case 1 -> replaced(text, span, element + element);
            case 2 -> element.length() > 400 ? text : replaced(text, span, element.repeat(random.nextInt(MANY)));
            case 3 -> replaced(text, span, "");
            case 4 -> replaced(text, span, nested(element));
            case 5 -> value(text, ATTRIBUTE, encoded(VALUES.get(random.nextInt(VALUES.size()))));
            case 6 -> value(text, TEXT, encoded(VALUES.get(random.nextInt(VALUES.size()))));
            case 7 -> value(text, random.nextBoolean() ? TEXT : ATTRIBUTE, OCTETS.get(random.nextInt(OCTETS.size())));
            default -> {
                List<Span> others = spans(other);
                yield others.isEmpty()
                        ? text
                        : replaced(
                                text,
                                span,
                                others.get(random.nextInt(others.size())).of(other));
            }
        };
    }

    private static String encoded(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            if (!tag.group(2).isEmpty()) {
                spans.add(new Span(tag.start(), tag.end()));
            } else if (tag.group(1).isEmpty()) {
                open.push(tag.start());
            } else if (!open.isEmpty()) {
                spans.add(new Span(open.pop(), tag.end()));
            }
        }
        return spans;
    }

    private static String replaced(String text, Span span, String by) {
        return text.substring(0, span.start) + by + text.substring(span.end);
    }

    private static String swapped(String text, Span one, Span other) {
        Span first = one.start < other.start ? one : other;
        Span second = one.start < other.start ? other : one;
        if (first.end > second.start) {
            return text;
        }
        String without = replaced(text, second, first.of(text));
        return replaced(without, first, second.of(text));
    }

    // the element around itself
    private String nested(String element) {
        Matcher tag = TAG.matcher(element);
        if (!tag.lookingAt() || !tag.group(2).isEmpty()) {
            return element;
        }
        int depth = random.nextInt(DEEP);
        String name = element.substring(1).split("[\\s>]", 2)[0];
        return tag.group().repeat(depth) + element + ("</" + name + ">").repeat(depth);
    }

    private String value(String text, Pattern pattern, String by) {
        List<Span> places = new ArrayList<>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            places.add(new Span(found.start(1), found.end(1)));
        }
        return places.isEmpty() ? text : replaced(text, places.get(random.nextInt(places.size())), by);
    }
}
