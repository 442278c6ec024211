package org.telvirt.conformance.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telvirt.conformance.rig.Commands;
import org.telvirt.conformance.rig.Repository;

/**
 * A tour of the README or of TOURS.md: the block of shell commands after the comment {@code <!-- tour: NAME -->}. A line that begins
 * with {@code #=>} says what the command above it prints; a star stands for anything.
 *
 * @param steps in order
 */
record Tour(List<Step> steps) {
    private static final List<String> BOOKS = List.of("README.md", "compliance-tests/TOURS.md");
    private static final String EXPECTATION = "#=>";
    private static final char SEPARATOR = '\u001e';

    /**
     * One command.
     *
     * @param command one or more lines
     * @param expected what it must print, somewhere and in this order; empty: nothing is said
     */
    record Step(String command, List<String> expected) {
        /** Whether the output holds all that is expected, in order. */
        boolean isMetBy(String output) {
            StringBuilder pattern = new StringBuilder("(?s).*");
            for (String line : expected) {
                for (String part : line.split("\\*", -1)) {
                    pattern.append(Pattern.quote(part)).append("[^\n]*?");
                }
                pattern.append(".*");
            }
            return Pattern.matches(pattern.toString(), output);
        }
    }

    /** A command and what came of it. */
    record Outcome(Step step, int exitCode, String output) {}

    /** The tour of this name. */
    static Tour named(String name) {
        Pattern block = Pattern.compile("<!-- tour: " + name + " -->\\s*```sh\n(.*?)```", Pattern.DOTALL);
        for (String book : BOOKS) {
            try {
                Matcher found = block.matcher(Files.readString(Repository.root().resolve(book)));
                if (found.find()) {
                    return parse(found.group(1));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("None of " + BOOKS + " has a tour '" + name + "'");
    }

    private static Tour parse(String block) {
        List<Step> steps = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (String line : block.lines().toList()) {
            if (line.startsWith(EXPECTATION)) {
                expected.add(line.substring(EXPECTATION.length()).strip());
                continue;
            }
            if (!command.isEmpty() && !command.toString().endsWith("\\\n")) {
                steps.add(new Step(command.toString(), List.copyOf(expected)));
                command.setLength(0);
                expected.clear();
            }
            if (!line.isBlank() && !line.startsWith("#")) {
                command.append(line).append('\n');
            }
        }
        if (!command.isEmpty()) {
            steps.add(new Step(command.toString(), List.copyOf(expected)));
        }
        return new Tour(List.copyOf(steps));
    }

    /** Runs all commands in one shell, whatever comes of each. */
    List<Outcome> run(Map<String, String> environment) {
        StringBuilder script = new StringBuilder("cd '" + Repository.root() + "'\n");
        for (Step step : steps) {
            script.append(step.command())
                    .append("printf '")
                    .append(SEPARATOR)
                    .append("%s")
                    .append(SEPARATOR);
            script.append("' $?\n");
        }
        String output = Commands.run(environment, "", List.of("bash", "-c", script.toString()))
                .output();
        String[] parts = output.split(String.valueOf(SEPARATOR), -1);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            outcomes.add(new Outcome(steps.get(i), Integer.parseInt(parts[2 * i + 1]), parts[2 * i]));
        }
        return outcomes;
    }
}
