package org.telvirt.traceability.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one test JVM left behind.
 *
 * @param build when the build that started it began, in UTC
 * @param tests the tests that claim a requirement or did not pass
 * @param totals null: the JVM ended before its tests did
 */
public record JvmRun(
        String module,
        String build,
        String java,
        String system,
        List<TestRecord> tests,
        @Nullable Totals totals) {

    /** All tests of the JVM, whether they claim something or not. */
    public record Totals(long passed, long failed, long skipped) {
        /** The closing line of the file. */
        public String toLine() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("passed", passed);
            fields.put("failed", failed);
            fields.put("skipped", skipped);
            return JsonLine.write(fields);
        }
    }

    public JvmRun {
        tests = List.copyOf(tests);
    }

    /** The opening line of the file, about the JVM this is called in. */
    public static String headline(String module, String build) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("module", module);
        fields.put("build", build);
        fields.put("java", System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"));
        fields.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        return JsonLine.write(fields);
    }

    /**
     * Reads one file.
     *
     * @throws IllegalArgumentException when it is not such a file; names the file and the line
     */
    public static JvmRun read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int number = 0;
        try {
            JsonLine head = JsonLine.read(lines.isEmpty() ? "" : lines.get(0));
            List<TestRecord> tests = new ArrayList<>();
            Totals totals = null;
            for (number = 1; number < lines.size(); number++) {
                JsonLine line = JsonLine.read(lines.get(number));
                if (line.has("test")) {
                    tests.add(TestRecord.from(line));
                } else {
                    totals = new Totals(line.number("passed"), line.number("failed"), line.number("skipped"));
                }
            }
            return new JvmRun(
                    head.text("module"), head.text("build"), head.text("java"), head.text("system"), tests, totals);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Cannot read the test record '%s', line %d: %s".formatted(file, number + 1, e.getMessage()), e);
        }
    }
}
