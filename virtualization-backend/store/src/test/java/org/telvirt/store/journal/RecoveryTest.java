package org.telvirt.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;

class RecoveryTest {
    private static final int COMMITS = 5;
    private static final JournalSettings TINY = new JournalSettings(512, 400);

    @TempDir
    Path folder;

    private final List<Snapshot> after = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private Path original;
    private Path segment;
    private byte[] bytes;

    /** A journal of one segment; remembers what it held after each commit, and where the commit ended. */
    @BeforeEach
    void writeJournal() throws IOException {
        original = folder.resolve("original");
        try (JournalStore store = JournalStore.open(original, TINY, new ForgetfulDisk())) {
            segment = Snapshot.segments(original).get(0);
            remember(store);
            for (int i = 0; i < COMMITS; i++) {
                store.commit(Snapshot.commit("k" + i % 3, i == 3 ? null : "text " + i));
                remember(store);
            }
        }
        bytes = Files.readAllBytes(segment);
    }

    private void remember(JournalStore store) throws IOException {
        after.add(Snapshot.of(store, original));
        ends.add(end(Files.readAllBytes(segment)));
    }

    private static int end(byte[] bytes) {
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private Path withSegment(String name, byte[] changed) throws IOException {
        Path copy = folder.resolve(name);
        Snapshot.copy(original, copy);
        Files.write(copy.resolve(segment.getFileName().toString()), changed);
        return copy;
    }

    /** What a store holds; empty: it does not open. */
    private static Optional<Snapshot> open(Path folder) {
        try (JournalStore store = JournalStore.open(folder, TINY, new ForgetfulDisk())) {
            return Optional.of(Snapshot.of(store, folder));
        } catch (IOException e) {
            assertThat(e).hasMessageContaining(folder.toString()).hasMessageContaining("backup");
            return Optional.empty();
        }
    }

    /** The entries after the last commit that ends before or at a place. */
    private Snapshot wholeUpTo(int place) {
        int last = 0;
        while (last < COMMITS && ends.get(last + 1) <= place) {
            last++;
        }
        return after.get(last);
    }

    @Nested
    class Truncation {
        @Test
        void leavesWhatWasWholeBeforeTheCutWhereverItIs() throws IOException {
            for (int cut = 0; cut <= bytes.length; cut++) {
                Path copy = withSegment("cut-" + cut, Arrays.copyOf(bytes, cut));
                Optional<Snapshot> found = open(copy);

                if (cut < SegmentHeader.BYTES) {
                    assertThat(found).as("cut at %d", cut).isEmpty();
                } else {
                    // padding that is missing is no loss: a frame is whole when its items are
                    assertThat(found.orElseThrow().entries())
                            .as("cut at %d", cut)
                            .isEqualTo(wholeUpTo(cut).entries());
                    if (cut % 8 == 3) {
                        assertThat(open(copy)).as("cut at %d, again", cut).isEqualTo(found);
                    }
                }
            }
        }

        @Test
        void ofTheUnwrittenEndByZerosIsAsGood() throws IOException {
            for (int cut = SegmentHeader.BYTES; cut <= bytes.length; cut++) {
                byte[] zeroed = bytes.clone();
                Arrays.fill(zeroed, cut, zeroed.length, (byte) 0);
                Path copy = withSegment("zero-" + cut, zeroed);

                assertThat(open(copy).orElseThrow().entries())
                        .as("zeros from %d", cut)
                        .isEqualTo(wholeUpTo(cut).entries());
            }
        }
    }

    @Nested
    class FlippedByte {
        @Test
        void isNeverReadWhereverItIs() throws IOException {
            int refused = 0;
            for (int place = 0; place < bytes.length; place++) {
                byte[] flipped = bytes.clone();
                flipped[place] ^= (byte) (1 << place % 8);
                Path copy = withSegment("flip-" + place, flipped);
                Optional<Snapshot> found = open(copy);

                int lastFrame = (ends.get(COMMITS - 1) + 7) / 8 * 8;
                if (place < lastFrame && !isPadding(place)) {
                    assertThat(found).as("flipped at %d", place).isEmpty();
                    refused++;
                } else {
                    Snapshot expected = place >= lastFrame && place < ends.get(COMMITS)
                            ? after.get(COMMITS - 1)
                            : after.get(COMMITS);
                    assertThat(found.orElseThrow().entries())
                            .as("flipped at %d", place)
                            .isEqualTo(expected.entries());
                }
            }
            assertThat(refused).isGreaterThan(SegmentHeader.BYTES);
        }

        private boolean isPadding(int place) {
            return ends.stream().anyMatch(end -> place >= end && place < (end + 7) / 8 * 8);
        }

        @Test
        void inTheMiddleIsRefusedWithFilePlaceAndCure() throws IOException {
            byte[] flipped = bytes.clone();
            flipped[ends.get(1) + 20] ^= 4;
            Path copy = withSegment("middle", flipped);
            int damaged = (ends.get(1) + 7) / 8 * 8;

            assertThatThrownBy(() -> JournalStore.open(copy, TINY, new ForgetfulDisk()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(copy.resolve(segment.getFileName()).toString())
                    .hasMessageContaining("at byte " + damaged)
                    .hasMessageContaining("truncate -s " + damaged);

            Path damagedFile = copy.resolve(segment.getFileName());
            Files.write(damagedFile, Arrays.copyOf(Files.readAllBytes(damagedFile), damaged));
            assertThat(open(copy).orElseThrow().entries())
                    .isEqualTo(after.get(1).entries());
        }
    }

    @Nested
    class SeveralSegments {
        private Path store;
        private List<Path> segments;

        @BeforeEach
        void fillSegments() throws IOException {
            store = folder.resolve("several");
            try (JournalStore opened = JournalStore.open(store, Snapshot.SMALL, new ForgetfulDisk())) {
                for (int i = 0; i < 40; i++) {
                    opened.commit(Snapshot.commit("k" + i, "x".repeat(60)));
                }
            }
            segments = Snapshot.segments(store);
            assertThat(segments).hasSizeGreaterThan(3);
        }

        @Test
        void areReadInOrder() {
            assertThat(open(store).orElseThrow().entries()).hasSize(40);
            assertThat(open(store).orElseThrow().audit()).hasSize(40);
        }

        @Test
        void areRefusedWhenOneIsMissing() throws IOException {
            for (Path missing : segments.subList(0, segments.size() - 1)) {
                Path copy = folder.resolve("without-" + missing.getFileName());
                Snapshot.copy(store, copy);
                Files.delete(copy.resolve(missing.getFileName()));

                assertThatThrownBy(() -> JournalStore.open(copy, Snapshot.SMALL, new ForgetfulDisk()))
                        .hasMessageContaining("a segment is missing")
                        .hasMessageContaining("segment-");
            }
        }

        @Test
        void areRefusedWhenOneThatIsNotTheLastEndsEarly() throws IOException {
            Path second = segments.get(1);
            Files.write(second, Arrays.copyOf(Files.readAllBytes(second), 300));

            assertThatThrownBy(() -> JournalStore.open(store, Snapshot.SMALL, new ForgetfulDisk()))
                    .hasMessageContaining(second + " is damaged at byte");
        }

        @Test
        void mayBeFollowedByOneThatWasNotFinished() throws IOException {
            Path unfinished = store.resolve("segment-0000000099.journal.new");
            Files.write(unfinished, new byte[10]);

            assertThat(open(store).orElseThrow().entries()).hasSize(40);
            assertThat(unfinished).doesNotExist();
        }
    }

    @Test
    void takesATextThatLooksLikeAFrameForAText() throws IOException {
        // what is torn may hold what a client sent: it must not be able to make the store refuse to open
        String frame =
                new String(Arrays.copyOfRange(bytes, SegmentHeader.BYTES, ends.get(1)), StandardCharsets.ISO_8859_1);
        Path copy = folder.resolve("lookalike");
        try (JournalStore store = JournalStore.open(copy, Snapshot.SMALL, new ForgetfulDisk())) {
            store.commit(Snapshot.commit("a", "1"));
            for (int shift = 0; shift < 8; shift++) {
                // as a value alone: the checksum is another each time, and a line of the record has no line ends
                Change value = new Change("t", "b", "x".repeat(shift) + frame);
                store.commit(new Commit(List.of(value), List.of()));
            }
        }
        Path file = Snapshot.segments(copy).get(0);
        byte[] all = Files.readAllBytes(file);
        all[end(all) - 1] ^= 1;
        Files.write(file, all);

        assertThat(open(copy)).isPresent();
    }
}
