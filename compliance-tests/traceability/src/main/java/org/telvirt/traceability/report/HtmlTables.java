package org.telvirt.traceability.report;

import static org.telvirt.traceability.report.HtmlReport.badge;
import static org.telvirt.traceability.report.HtmlReport.escape;
import static org.telvirt.traceability.report.HtmlReport.word;

import java.util.List;
import org.telvirt.traceability.claim.ScopeRequirement;
import org.telvirt.traceability.report.Report.ClauseResult;
import org.telvirt.traceability.report.Report.SkippedTests;
import org.telvirt.traceability.report.RequirementResult.PartResult;

/** The two long tables of the HTML page. */
final class HtmlTables {
    private final Report report;
    private final StringBuilder out;

    HtmlTables(Report report, StringBuilder out) {
        this.report = report;
        this.out = out;
    }

    void write() {
        out.append("<h2>Requirements of the SCOPE Alliance</h2>\n<p>In our own words; the ids are those of ")
                .append("\u201cVirtualization: Requirements\u201d 1.0.</p>\n<table class=\"long\">")
                .append("<caption>Each requirement with its tests</caption>\n<thead><tr><th scope=\"col\">id</th>")
                .append("<th scope=\"col\">level</th><th scope=\"col\">requirement</th><th scope=\"col\">standing</th>")
                .append("<th scope=\"col\">tests, what they ran on, result</th></tr></thead>\n");
        String group = "";
        for (RequirementResult result : report.requirements()) {
            if (!result.requirement().group().equals(group)) {
                out.append(group.isEmpty() ? "" : "</tbody>\n");
                group = result.requirement().group();
                out.append("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"5\">%s</th></tr>\n"
                        .formatted(escape(group)));
            }
            requirement(result);
        }
        out.append("</tbody></table>\n<h2>Clauses of DMTF standards</h2>\n<table class=\"long\">")
                .append("<caption>Each clause that a test claims</caption>\n<thead><tr><th scope=\"col\">standard</th>")
                .append("<th scope=\"col\">clause</th><th scope=\"col\">standing</th>")
                .append("<th scope=\"col\">tests, what they ran on, result</th></tr></thead>\n<tbody>\n");
        report.clauses().forEach(this::clause);
        out.append("</tbody></table>\n");
        skipped();
    }

    private void skipped() {
        out.append("<h2>Skipped tests</h2>\n<table><caption>Every test that did not run, and why</caption>\n<thead>")
                .append("<tr><th scope=\"col\">reason</th><th scope=\"col\">tests</th></tr></thead>\n<tbody>\n");
        for (SkippedTests skipped : report.skipped()) {
            out.append("<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n"
                    .formatted(escape(skipped.reason()), escape(String.join("; ", skipped.tests()))));
        }
        out.append("</tbody></table>\n");
    }

    private void requirement(RequirementResult result) {
        ScopeRequirement requirement = result.requirement();
        out.append("<tr class=\"entry\" id=\"%s\" data-standing=\"%s\" data-level=\"%s\" data-real=\"%s\">"
                .formatted(
                        requirement.id(),
                        word(result.standing()),
                        requirement.level(),
                        result.seenOnRealGuest() ? "yes" : "no"));
        out.append("<th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>"
                .formatted(
                        requirement.id(), requirement.level(), escape(requirement.text()), badge(result.standing())));
        tests(result.whole());
        if (!result.parts().isEmpty()) {
            out.append("<ul class=\"parts\">\n");
            result.parts().forEach(this::part);
            out.append("</ul>");
        }
        out.append("</td></tr>\n");
    }

    private void part(PartResult part) {
        out.append("<li>%s <b>%s</b>: %s"
                .formatted(
                        badge(part.standing()),
                        escape(part.part().name()),
                        escape(part.part().text())));
        tests(part.evidence());
        out.append("</li>\n");
    }

    private void clause(ClauseResult clause) {
        out.append("<tr class=\"entry\" data-standing=\"%s\" data-level=\"\" data-real=\"%s\">"
                .formatted(
                        word(clause.standing()),
                        clause.evidence().stream().anyMatch(Evidence::provesOnRealGuest) ? "yes" : "no"));
        out.append("<th scope=\"row\"><abbr title=\"%s\">%s</abbr></th><td>%s</td><td>%s</td><td>"
                .formatted(
                        escape(clause.title()),
                        escape(clause.document()),
                        escape(clause.clause()),
                        badge(clause.standing())));
        tests(clause.evidence());
        out.append("</td></tr>\n");
    }

    private void tests(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return;
        }
        long failed = evidence.stream().filter(each -> each.failed() > 0).count();
        out.append("<details%s><summary>%d %s%s</summary><ul>\n"
                .formatted(
                        failed > 0 ? " open=\"open\"" : "",
                        evidence.size(),
                        evidence.size() == 1 ? "test" : "tests",
                        failed > 0 ? ", " + failed + " failed" : ""));
        for (Evidence each : evidence) {
            out.append("<li><code>%s</code> <span class=\"engine%s\">%s</span> %s <span class=\"module\">%s</span>"
                    .formatted(
                            escape(each.test()),
                            each.engine().isReal() ? " real" : "",
                            escape(each.ranOn()),
                            escape(each.result()),
                            escape(each.module())));
            each.reasons()
                    .forEach(reason ->
                            out.append("<br /><q>").append(escape(reason)).append("</q>"));
            out.append("</li>\n");
        }
        out.append("</ul></details>");
    }
}
