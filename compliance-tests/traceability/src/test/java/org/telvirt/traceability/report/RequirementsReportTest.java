package org.telvirt.traceability.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.record.JvmRun;
import org.telvirt.traceability.record.JvmRun.Totals;

class RequirementsReportTest {
    @TempDir
    Path root;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void makeRepository() throws IOException {
        Files.writeString(root.resolve("pom.xml"), "<artifactId>telvirt</artifactId>\n  <version>9.8.7</version>");
        Files.createDirectories(root.resolve(".git/x/target/requirements"));
        Files.writeString(root.resolve(".git/x/target/requirements/no.jsonl"), "not a record");
    }

    @Nested
    class Run {
        @Test
        void collectsTheRecordsOfAllModules() throws IOException {
            record("cim-providers/cimom", "VMDEF1", new Totals(1, 0, 0));
            record("cim-providers/server", "VMDEF6", new Totals(1, 0, 0));

            run(root);

            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .isEqualTo("2 of 95 requirements are proved, 0 partly, 0 failed, 0 skipped, 93 without a test: "
                            + "compliance-tests/requirements/target/requirements.html\n");
            Path target = root.resolve("compliance-tests/requirements/target");
            assertThat(target.resolve("requirements.md"))
                    .content()
                    .contains("2 are proved", "Version: 9.8.7", "Commit: unknown");
            assertThat(target.resolve("requirements.html")).content().contains("<strong>2 are proved</strong>");
        }

        @Test
        void writesTheReportAndThenFailsOnAnUnknownClaim() throws IOException {
            record("cim-providers/cimom", "VMOPE2", new Totals(1, 0, 0));
            Path target = root.resolve("out");

            assertThatIllegalStateException()
                    .isThrownBy(() -> run(root, target))
                    .withMessageContaining("Unknown requirement 'VMOPE2'");

            assertThat(target.resolve("requirements.md")).content().contains("Unknown requirement 'VMOPE2'");
        }

        @Test
        void failsOnAFailedTest() throws IOException {
            record("cim-providers/cimom", "VMDEF1", new Totals(1, 1, 0));

            assertThatIllegalStateException()
                    .isThrownBy(() -> run(root))
                    .withMessageContaining("1 tests of cimom failed");
        }

        @Test
        void reportsNothingButGapsWhenNoTestRan() {
            assertThatCode(() -> run(root)).doesNotThrowAnyException();

            assertThat(root.resolve("compliance-tests/requirements/target/requirements.md"))
                    .content()
                    .contains("Of 95 requirements, 0 are proved");
        }
    }

    private void run(Path... arguments) throws IOException {
        RequirementsReport.run(
                Stream.of(arguments).map(Path::toString).toArray(String[]::new),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private void record(String module, String claim, Totals totals) throws IOException {
        Path directory = Files.createDirectories(root.resolve(module).resolve("target/requirements"));
        Files.write(
                directory.resolve("1-1-0.jsonl"),
                List.of(
                        JvmRun.headline(module.substring(module.indexOf('/') + 1), "now"),
                        Runs.passed("ATest.a", Engine.NONE, claim).toLine(),
                        totals.toLine()));
    }
}
