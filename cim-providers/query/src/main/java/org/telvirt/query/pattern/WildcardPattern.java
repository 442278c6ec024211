package org.telvirt.query.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * The patterns of WQL: {@code %} for any run, {@code _} for a character, {@code [a-f]} and {@code [^abc]} for one of a
 * set. Case means nothing. A run never has to be tried again once a later one is reached, so the time is at most the
 * product of both lengths.
 */
public final class WildcardPattern implements Pattern {
    private final List<Letters> elements;
    // for each element whether it stands for a run of any characters
    private final List<Boolean> runs;

    private WildcardPattern(List<Letters> elements, List<Boolean> runs) {
        this.elements = List.copyOf(elements);
        this.runs = List.copyOf(runs);
    }

    /** The pattern that a text is. */
    public static WildcardPattern of(String text) throws PatternException {
        if (text.length() > RegularReader.LONGEST) {
            throw new PatternException("The pattern is longer than " + RegularReader.LONGEST + " characters");
        }
        List<Letters> elements = new ArrayList<>();
        List<Boolean> runs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = c == '[' ? Sets.end(text, at) : at + Character.charCount(c);
            boolean run = c == '%';
            if (!run || runs.isEmpty() || !runs.get(runs.size() - 1)) {
                runs.add(run);
                elements.add(c == '[' ? set(text, at, end) : c == '%' || c == '_' ? Letters.ANY : Letters.of(c));
            }
            at = end;
        }
        return new WildcardPattern(elements, runs);
    }

    private static Letters set(String text, int at, int end) throws PatternException {
        boolean others = text.charAt(at + 1) == '^';
        return Sets.read(text, others ? at + 2 : at + 1, end - 1, others, false);
    }

    @Override
    public boolean matches(String text) {
        int at = 0;
        int element = 0;
        int lastRun = -1;
        int runEnd = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (element < elements.size() && runs.get(element)) {
                lastRun = element++;
                runEnd = at;
            } else if (element < elements.size() && elements.get(element).containsAnyCase(c)) {
                element++;
                at += Character.charCount(c);
            } else if (lastRun >= 0) {
                // let the last run take one character more
                runEnd += Character.charCount(text.codePointAt(runEnd));
                at = runEnd;
                element = lastRun + 1;
            } else {
                return false;
            }
        }
        while (element < elements.size() && runs.get(element)) {
            element++;
        }
        return element == elements.size();
    }
}
