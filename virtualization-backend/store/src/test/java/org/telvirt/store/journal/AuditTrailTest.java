package org.telvirt.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.store.Commit;

class AuditTrailTest {
    private static final JournalSettings ROOMY = new JournalSettings(16 << 10, 1 << 20);

    @TempDir
    Path folder;

    private Path file;

    private void record(JournalSettings settings, String... lines) throws IOException {
        try (JournalStore store = JournalStore.open(folder, settings)) {
            for (String line : lines) {
                store.commit(new Commit(List.of(), List.of(line)));
            }
        }
    }

    private static String[] lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i).toArray(String[]::new);
    }

    @BeforeEach
    void nameFile() {
        file = folder.resolve("audit/audit-000001.log");
    }

    @Test
    void hasOneLineForEachThatWasRecordedInTheirOrder() throws IOException {
        record(ROOMY, lines(0, 5));
        record(ROOMY, lines(5, 9));

        assertThat(file).hasContent(String.join("\n", lines(0, 9)) + "\n");
    }

    @Test
    void goesOnInTheNextFileWhenOneIsLargeEnough() throws IOException {
        record(Snapshot.SMALL, lines(0, 300));
        record(Snapshot.SMALL, lines(300, 400));

        assertThat(Snapshot.audit(folder)).containsExactly(lines(0, 400));
        try (Stream<Path> files = Files.list(folder.resolve("audit"))) {
            assertThat(files)
                    .hasSizeGreaterThan(3)
                    .allMatch(each -> each.toFile().length() < 450);
        }
    }

    @Nested
    class AfterALossOfPower {
        @Test
        void getsAgainWhatIsMissingWhereverItEnds() throws IOException {
            record(ROOMY, lines(0, 6));
            byte[] whole = Files.readAllBytes(file);

            for (int kept = 0; kept <= whole.length; kept++) {
                Files.write(file, Arrays.copyOf(whole, kept));
                record(ROOMY);
                assertThat(file).as("%d bytes left", kept).hasBinaryContent(whole);
                byte[] zeros = new byte[whole.length];
                System.arraycopy(whole, 0, zeros, 0, kept);
                Files.write(file, zeros);
                record(ROOMY);
                assertThat(file).as("zeros from %d", kept).hasBinaryContent(whole);
            }
        }
    }

    @Nested
    class AfterSomeoneElseWroteThere {
        @Test
        void keepsWhatIsThereAndGoesOnInANewFile() throws IOException {
            record(ROOMY, lines(0, 3));
            Files.writeString(file, "mine\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            record(ROOMY, lines(3, 5));
            record(ROOMY, lines(5, 6));

            assertThat(file).hasContent("line 0\nline 1\nline 2\nmine\n");
            assertThat(folder.resolve("audit/audit-000002.log")).hasContent("line 3\nline 4\nline 5\n");
        }

        @Test
        void writesLinesThatWereChangedAgain() throws IOException {
            record(ROOMY, lines(0, 3));
            Files.writeString(file, "line 0\nline X\nline 2\n");
            record(ROOMY, lines(3, 4));

            assertThat(folder.resolve("audit/audit-000002.log")).hasContent("line 1\nline 2\nline 3\n");
        }

        @Test
        void writesLinesOfAFileThatHasGoneAgain() throws IOException {
            record(ROOMY, lines(0, 3));
            Files.delete(file);
            record(ROOMY, lines(3, 4));

            assertThat(Snapshot.audit(folder)).containsExactly(lines(0, 4));
        }
    }
}
