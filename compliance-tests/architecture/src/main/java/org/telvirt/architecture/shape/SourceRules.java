package org.telvirt.architecture.shape;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for one file. Every method returns the violations, one sentence each. */
public final class SourceRules {
    private static final int MOST_LINES = 500;
    private static final int MOST_METHOD_LINES = 50;
    private static final Pattern MEANINGLESS =
            Pattern.compile(".*(Utils?|Helpers?|Manager|Impl|Base|Data|Info|Common)");
    // cut in two, or this file would break its own rule
    private static final String MARK = "TO" + "DO";
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(" + MARK + "|FIX" + "ME|X" + "XX)\\b(?!\\(#\\d+\\))");
    private static final Pattern AUTHOR = Pattern.compile("^\\s*\\*\\s*@author\\b");

    private SourceRules() {}

    /** All rules at once. */
    public static List<String> violations(SourceFile file) {
        return Stream.of(tooLong(file), longMethods(file), meaninglessNames(file), unfinished(file), authors(file))
                .flatMap(List::stream)
                .toList();
    }

    static List<String> tooLong(SourceFile file) {
        long lines = file.text().lines().count();
        return lines <= MOST_LINES
                ? List.of()
                : List.of("%s has %d lines, %d are allowed: split it".formatted(file.name(), lines, MOST_LINES));
    }

    static List<String> longMethods(SourceFile file) {
        return file.methods().stream()
                .filter(method -> method.lines() > MOST_METHOD_LINES)
                .map(method -> "%s:%d: method '%s' has %d lines, %d are allowed: split it"
                        .formatted(file.name(), method.firstLine(), method.name(), method.lines(), MOST_METHOD_LINES))
                .toList();
    }

    static List<String> meaninglessNames(SourceFile file) {
        return file.types().stream()
                .filter(type -> MEANINGLESS.matcher(type).matches())
                .map(type -> "%s: the suffix of '%s' says nothing: name what it is".formatted(file.name(), type))
                .toList();
    }

    static List<String> unfinished(SourceFile file) {
        return linesWith(file, UNFINISHED, "unfinished work needs the number of its issue, as in " + MARK + "(#12)");
    }

    static List<String> authors(SourceFile file) {
        return linesWith(file, AUTHOR, "authors are in the history, not in the file");
    }

    private static List<String> linesWith(SourceFile file, Pattern pattern, String message) {
        List<String> lines = file.text().lines().toList();
        return Stream.iterate(0, number -> number < lines.size(), number -> number + 1)
                .filter(number -> pattern.matcher(lines.get(number)).find())
                .map(number -> "%s:%d: %s".formatted(file.name(), number + 1, message))
                .toList();
    }
}
