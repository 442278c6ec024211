package org.telvirt.traceability.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.telvirt.traceability.Requirement;
import org.telvirt.traceability.record.JvmRun;

/** The report as one HTML page that needs nothing from elsewhere and can be read without scripts. */
final class HtmlReport {
    private final Report report;
    private final StringBuilder out = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        HtmlReport writer = new HtmlReport(report);
        writer.head();
        writer.totals();
        writer.filter();
        new HtmlTables(report, writer.out).write();
        writer.runs();
        writer.out.append("</main>\n<script>\n").append(resource("report.js")).append("</script>\n</body>\n</html>\n");
        return writer.out.toString();
    }

    private void head() {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n")
                .append("<title>Telvirt: requirements and the tests that prove them</title>\n<style>\n")
                .append(resource("report.css"))
                .append("</style>\n</head>\n<body>\n<main>\n")
                .append("<h1>Telvirt: requirements and the tests that prove them</h1>\n<dl class=\"origin\">\n");
        fact("Tested (UTC)", String.join(", ", report.builds()));
        fact("Version", report.revision().version());
        fact("Commit", report.revision().commit());
        fact("Java", distinct(report.runs().stream().map(JvmRun::java).toList()));
        fact("System", distinct(report.runs().stream().map(JvmRun::system).toList()));
        fact("Ran on", String.join("; ", report.engines()));
        out.append("</dl>\n");
        for (String problem : report.problems()) {
            out.append("<p class=\"problem\" role=\"alert\"><strong>Problem:</strong> ")
                    .append(escape(problem))
                    .append("</p>\n");
        }
    }

    private void fact(String name, String value) {
        out.append("<dt>%s</dt><dd>%s</dd>\n".formatted(escape(name), escape(value)));
    }

    private void totals() {
        out.append("<h2>Totals</h2>\n<p>Of %d requirements, <strong>%d are proved</strong>; %d have been seen to hold "
                .formatted(report.requirements().size(), report.count(Standing.PROVED), report.countOnRealGuests()));
        out.append("with a real guest. A requirement with parts is proved when every part has a passing test.</p>\n")
                .append("<table class=\"totals\"><caption>Requirements by standing and level</caption>\n<thead><tr>")
                .append("<th scope=\"col\">standing</th><th scope=\"col\">SHALL</th><th scope=\"col\">SHOULD</th>")
                .append("<th scope=\"col\">MAY</th><th scope=\"col\">all</th></tr></thead>\n<tbody>\n");
        for (Standing standing : Standing.values()) {
            out.append("<tr><th scope=\"row\">%s</th><td>%d</td><td>%d</td><td>%d</td><td>%d</td></tr>\n"
                    .formatted(
                            badge(standing),
                            report.count(standing, "SHALL"),
                            report.count(standing, "SHOULD"),
                            report.count(standing, "MAY"),
                            report.count(standing)));
        }
        out.append("</tbody></table>\n");
    }

    private void filter() {
        out.append("<form class=\"filter\" hidden=\"hidden\" role=\"search\">\n")
                .append("<label>Text <input type=\"search\" name=\"text\" /></label>\n")
                .append("<label>Standing <select name=\"standing\"><option value=\"\">any</option>");
        for (Standing standing : Standing.values()) {
            out.append("<option value=\"%s\">%s</option>".formatted(word(standing), standing.label()));
        }
        out.append("</select></label>\n<label>Level <select name=\"level\"><option value=\"\">any</option>")
                .append("<option>SHALL</option><option>SHOULD</option><option>MAY</option></select></label>\n")
                .append("<label>Real guest <select name=\"real\"><option value=\"\">any</option>")
                .append("<option value=\"yes\">seen on one</option><option value=\"no\">not seen on one</option>")
                .append("</select></label>\n<output aria-live=\"polite\"></output>\n</form>\n");
    }

    private void runs() {
        out.append("<h2>Test runs</h2>\n<table><caption>All tests of each module, with or without a claim</caption>\n")
                .append("<thead><tr><th scope=\"col\">module</th><th scope=\"col\">build</th>")
                .append("<th scope=\"col\">passed</th><th scope=\"col\">failed</th><th scope=\"col\">skipped</th>")
                .append("</tr></thead>\n<tbody>\n");
        for (JvmRun run : report.runs()) {
            JvmRun.Totals totals = run.totals();
            String counts = totals == null
                    ? "<td colspan=\"3\">ended early</td>"
                    : "<td>%d</td><td>%d</td><td>%d</td>".formatted(totals.passed(), totals.failed(), totals.skipped());
            out.append("<tr><th scope=\"row\">%s</th><td>%s</td>%s</tr>\n"
                    .formatted(escape(run.module()), escape(run.build()), counts));
        }
        out.append("</tbody></table>\n");
    }

    static String badge(Standing standing) {
        return "<span class=\"badge %s\">%s</span>".formatted(word(standing), standing.label());
    }

    static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String distinct(List<String> texts) {
        return texts.stream().distinct().sorted().collect(Collectors.joining("; "));
    }

    private static String resource(String name) {
        try (InputStream in = Requirement.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource '" + name + "' is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
