package org.telvirt.traceability.report;

import java.util.List;
import java.util.stream.Collectors;
import org.telvirt.traceability.claim.ScopeRequirement;
import org.telvirt.traceability.record.JvmRun;
import org.telvirt.traceability.report.Report.ClauseResult;
import org.telvirt.traceability.report.Report.SkippedTests;
import org.telvirt.traceability.report.RequirementResult.PartResult;

/** The report as Markdown. */
final class MarkdownReport {
    private final Report report;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        MarkdownReport writer = new MarkdownReport(report);
        writer.head();
        writer.totals();
        writer.requirements();
        writer.clauses();
        writer.skipped();
        writer.runs();
        return writer.out.toString();
    }

    private void head() {
        line("# Telvirt: requirements and the tests that prove them");
        line("");
        line("- Tested: " + String.join(", ", report.builds()) + " (UTC)");
        line("- Version: " + report.revision().version());
        line("- Commit: " + report.revision().commit());
        line("- Java: " + distinct(report.runs().stream().map(JvmRun::java).toList()));
        line("- System: " + distinct(report.runs().stream().map(JvmRun::system).toList()));
        line("- Ran on: " + cell(String.join("; ", report.engines())));
        line("");
        for (String problem : report.problems()) {
            line("**Problem: " + cell(problem) + ".**");
            line("");
        }
    }

    private void totals() {
        line("## Totals");
        line("");
        line("Of %d requirements, %d are proved; %d have been seen to hold with a real guest."
                .formatted(report.requirements().size(), report.count(Standing.PROVED), report.countOnRealGuests()));
        line("A requirement with parts is proved when every part has a passing test.");
        line("");
        line("| | SHALL | SHOULD | MAY | all |");
        line("|---|---|---|---|---|");
        for (Standing standing : Standing.values()) {
            line("| %s | %d | %d | %d | %d |"
                    .formatted(
                            standing.label(),
                            report.count(standing, "SHALL"),
                            report.count(standing, "SHOULD"),
                            report.count(standing, "MAY"),
                            report.count(standing)));
        }
    }

    private void requirements() {
        String group = "";
        for (RequirementResult result : report.requirements()) {
            ScopeRequirement requirement = result.requirement();
            if (!requirement.group().equals(group)) {
                group = requirement.group();
                line("");
                line("## " + group);
                line("");
                line("| id | level | requirement | standing | tests |");
                line("|---|---|---|---|---|");
            }
            line("| **%s** | %s | %s | **%s** | %s |"
                    .formatted(
                            requirement.id(),
                            requirement.level(),
                            cell(requirement.text()),
                            result.standing().label(),
                            tests(result.whole())));
            for (PartResult part : result.parts()) {
                line("| %s | | %s | %s | %s |"
                        .formatted(
                                part.part().name(),
                                cell(part.part().text()),
                                part.standing().label(),
                                tests(part.evidence())));
            }
        }
    }

    private void clauses() {
        line("");
        line("## Clauses of DMTF standards");
        line("");
        line("| standard | clause | standing | tests |");
        line("|---|---|---|---|");
        for (ClauseResult clause : report.clauses()) {
            line("| %s %s | %s | %s | %s |"
                    .formatted(
                            clause.document(),
                            clause.title(),
                            cell(clause.clause()),
                            clause.standing().label(),
                            tests(clause.evidence())));
        }
    }

    private void skipped() {
        line("");
        line("## Skipped tests");
        line("");
        line("| reason | tests |");
        line("|---|---|");
        for (SkippedTests skipped : report.skipped()) {
            line("| %s | %s |".formatted(cell(skipped.reason()), cell(String.join("; ", skipped.tests()))));
        }
    }

    private void runs() {
        line("");
        line("## Test runs");
        line("");
        line("| module | build | passed | failed | skipped |");
        line("|---|---|---|---|---|");
        for (JvmRun run : report.runs()) {
            JvmRun.Totals totals = run.totals();
            line(
                    totals == null
                            ? "| %s | %s | ended early | | |".formatted(run.module(), run.build())
                            : "| %s | %s | %d | %d | %d |"
                                    .formatted(
                                            run.module(),
                                            run.build(),
                                            totals.passed(),
                                            totals.failed(),
                                            totals.skipped()));
        }
    }

    private static String tests(List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> "%s: %s on %s%s"
                        .formatted(
                                cell(each.test()),
                                each.result(),
                                cell(each.ranOn()),
                                each.reasons().isEmpty() ? "" : " (" + cell(String.join("; ", each.reasons())) + ")"))
                .collect(Collectors.joining("<br>"));
    }

    private static String distinct(List<String> texts) {
        return texts.stream().distinct().sorted().collect(Collectors.joining("; "));
    }

    private static String cell(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
