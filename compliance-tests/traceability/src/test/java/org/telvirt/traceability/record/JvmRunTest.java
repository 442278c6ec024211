package org.telvirt.traceability.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.record.JvmRun.Totals;

class JvmRunTest {
    private static final TestRecord TEST = new TestRecord(
            "CimomTest.GetInstance.fails",
            "[1] x",
            List.of("VMOPE4", "DSP1057 7.5"),
            Engine.QEMU_GUEST,
            "QEMU 7.2, TCG",
            Outcome.SKIPPED,
            "no qemu here",
            12,
            List.of("kills: 4, of which 1 \u201chard\u201d"));

    @TempDir
    Path directory;

    @Nested
    class Read {
        @Test
        void givesBackWhatATestJvmWrote() throws IOException {
            Path file = write(JvmRun.headline("cimom", "today"), TEST.toLine(), new Totals(3, 2, 1).toLine());

            JvmRun run = JvmRun.read(file);

            assertThat(run.module()).isEqualTo("cimom");
            assertThat(run.build()).isEqualTo("today");
            assertThat(run.java()).startsWith(System.getProperty("java.runtime.version"));
            assertThat(run.system()).contains(System.getProperty("os.arch"));
            assertThat(run.tests()).containsExactly(TEST);
            assertThat(run.totals()).isEqualTo(new Totals(3, 2, 1));
        }

        @Test
        void leavesTheTotalsOpenWhenTheClosingLineIsMissing() throws IOException {
            assertThat(JvmRun.read(write(JvmRun.headline("cimom", "today"), TEST.toLine()))
                            .totals())
                    .isNull();
        }

        @Test
        void namesFileAndLineOfWhatItCannotRead() throws IOException {
            Path file = write(JvmRun.headline("cimom", "today"), TEST.toLine(), "{\"test\":");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JvmRun.read(file))
                    .withMessageStartingWith("Cannot read the test record '" + file + "', line 3: expected");
        }

        @Test
        void refusesAnEmptyFile() throws IOException {
            Path file = Files.createFile(directory.resolve("empty.jsonl"));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JvmRun.read(file))
                    .withMessageContaining("line 1");
        }
    }

    private Path write(String... lines) throws IOException {
        return Files.write(directory.resolve("run.jsonl"), List.of(lines));
    }
}
