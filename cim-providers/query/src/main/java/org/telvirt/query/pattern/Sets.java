package org.telvirt.query.pattern;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands between brackets. */
final class Sets {
    private Sets() {}

    /** The offset after the bracket that closes the one at an offset; a bracket right after it is one of the set. */
    static int end(String text, int open) throws PatternException {
        int from = open + 1;
        if (from < text.length() && text.charAt(from) == '^') {
            from++;
        }
        int close = text.indexOf(']', from + 1);
        if (close < 0) {
            throw new PatternException("The pattern has a '[' without its ']'");
        }
        return close + 1;
    }

    /** The set that a stretch of text stands for. */
    static Letters read(String text, int from, int to, boolean others, boolean escapes) throws PatternException {
        List<Letters.Range> ranges = new ArrayList<>();
        int at = from;
        while (at < to) {
            at += escapes && text.charAt(at) == '\\' && at + 1 < to ? 1 : 0;
            int first = text.codePointAt(at);
            at += Character.charCount(first);
            int last = first;
            if (at + 1 < to && text.charAt(at) == '-') {
                last = text.codePointAt(at + 1);
                at += 1 + Character.charCount(last);
            }
            if (last < first) {
                throw new PatternException("The pattern has a range that goes backwards");
            }
            ranges.add(new Letters.Range(first, last));
        }
        return new Letters(ranges, others);
    }
}
