package org.telvirt.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of results. */
final class Report {
    private final List<String> lines = new ArrayList<>();
    private boolean failed;

    Report(String title, String machine) {
        lines.add("# " + title);
        lines.add("");
        lines.add(machine);
        lines.add("");
        lines.add("| what | result | target | |");
        lines.add("|---|---|---|---|");
    }

    /** A result below which its target is. */
    void below(String what, double result, double target, String unit) {
        boolean met = result < target;
        row(what, number(result, unit), "< " + number(target, unit), met ? "met" : "MISSED");
    }

    /** A result without a target. */
    void plain(String what, String result) {
        row(what, result, "", "");
    }

    /** Something that could not be measured. */
    void failure(String what, Exception reason) {
        failed = true;
        String text = String.valueOf(reason.getMessage());
        row(what, "FAILED: " + text.replace('|', '/').replace('\n', ' '), "", "FAILED");
    }

    private void row(String what, String result, String target, String verdict) {
        String line = "| " + what + " | " + result + " | " + target + " | " + verdict + " |";
        lines.add(line);
        System.out.println(line);
    }

    static String number(double value, String unit) {
        return String.format(Locale.ROOT, value < 1 ? "%.3f %s" : "%.1f %s", value, unit);
    }

    boolean hasFailures() {
        return failed;
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }
}
