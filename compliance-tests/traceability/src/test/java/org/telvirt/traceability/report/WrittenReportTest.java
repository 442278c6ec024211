package org.telvirt.traceability.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.telvirt.traceability.report.Runs.failed;
import static org.telvirt.traceability.report.Runs.passed;
import static org.telvirt.traceability.report.Runs.reportOn;
import static org.telvirt.traceability.report.Runs.run;
import static org.telvirt.traceability.report.Runs.skipped;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.record.JvmRun.Totals;
import org.xml.sax.InputSource;

class WrittenReportTest {
    private final Report report = reportOn(
            run(
                    new Totals(10, 1, 2),
                    passed("ATest.pauses", Engine.QEMU_GUEST, "VMOPE4 pause", "DSP1057 7.5"),
                    failed("ATest.starts", "<b>1 | 2</b> & \"more\"", "VMDEF1"),
                    skipped("ATest.dumps", "no disk", "VMFH1 dump"),
                    skipped("BTest.claimsNothing", "no disk")),
            run(null));

    @Nested
    class AsMarkdown {
        private final String text = MarkdownReport.write(report);

        @Test
        void saysWhatWasTested() {
            assertThat(text)
                    .contains("- Tested: 2026-01-02T03:04:05Z (UTC)")
                    .contains("- Version: 1.2.3")
                    .contains("- Commit: abcdef")
                    .contains("- Java: 17.0.1, Debian\n")
                    .contains("- System: Linux 6 amd64\n")
                    .contains("- Ran on: real QEMU guest\n");
        }

        @Test
        void startsWithProblemsAndTotals() {
            assertThat(text)
                    .contains("**Problem: 1 tests of cimom failed.**")
                    .contains("**Problem: A test JVM of cimom ended before its tests did.**")
                    .contains("Of 95 requirements, 0 are proved; 1 have been seen to hold with a real guest.")
                    .contains("| partly proved | 1 | 0 | 0 | 1 |")
                    .contains("| skipped | 1 | 0 | 0 | 1 |")
                    .contains("| no test | 65 | 24 | 3 | 92 |")
                    .contains("| failed | 1 | 0 | 0 | 1 |");
        }

        @Test
        void showsEachRequirementWithItsTests() {
            assertThat(text.lines())
                    .contains("| pause | | pause, and go on | proved | ATest.pauses: passed on real QEMU guest |")
                    .contains("| reset | | reset | no test |  |")
                    .contains("| dump | | an action: dump the memory of the guest | skipped |"
                            + " ATest.dumps: skipped on no engine (no disk) |")
                    .anyMatch(line -> line.startsWith("| **VMLIVMIG10** | SHALL |") && line.contains("**no test**"));
        }

        @Test
        void keepsForeignTextInsideItsCell() {
            assertThat(text)
                    .contains("ATest.starts: failed on no engine (&lt;b>1 \\| 2&lt;/b> &amp; \"more\")")
                    .doesNotContain("<b>");
        }

        @Test
        void listsWhatWasSkippedAndWhyEvenIfItClaimsNothing() {
            assertThat(text.lines()).contains("| no disk | cimom: ATest.dumps; cimom: BTest.claimsNothing |");
        }

        @Test
        void listsClausesAndRuns() {
            assertThat(text.lines())
                    .contains("| DSP1057 Virtual System Profile | 7.5 | proved |"
                            + " ATest.pauses: passed on real QEMU guest |")
                    .contains("| cimom | 2026-01-02T03:04:05Z | 10 | 1 | 2 |")
                    .contains("| cimom | 2026-01-02T03:04:05Z | ended early | | |");
        }
    }

    @Nested
    class AsHtml {
        private final String text = HtmlReport.write(report);

        @Test
        void isWellFormed() {
            String structure = text.replaceAll("(?s)<(style|script)>.*?</\\1>", "");

            assertThatCode(() -> parser().parse(new InputSource(new StringReader(structure))))
                    .doesNotThrowAnyException();
        }

        @Test
        void needsNothingFromElsewhere() {
            assertThat(text).doesNotContain("src=", "href=", "url(", "@import", "://");
        }

        @Test
        void hasOneRowForEachRequirementAndClause() {
            assertThat(text.split("<tr class=\"entry\"", -1)).hasSize(1 + 95 + 1);
            assertThat(text)
                    .contains("id=\"VMOPE4\" data-standing=\"partly\" data-level=\"SHALL\" data-real=\"yes\"")
                    .contains("id=\"VMDEF1\" data-standing=\"failed\" data-level=\"SHALL\" data-real=\"no\"")
                    .contains("id=\"VMLIVMIG10\" data-standing=\"gap\"");
        }

        @Test
        void listsWhatWasSkippedAndWhy() {
            assertThat(text)
                    .contains("<tr><th scope=\"row\">no disk</th>"
                            + "<td>cimom: ATest.dumps; cimom: BTest.claimsNothing</td></tr>");
        }

        @Test
        void showsForeignTextAsText() {
            assertThat(text).contains("<q>&lt;b&gt;1 | 2&lt;/b&gt; &amp; &quot;more&quot;</q>");
        }

        private DocumentBuilder parser() throws Exception {
            DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        }
    }
}
