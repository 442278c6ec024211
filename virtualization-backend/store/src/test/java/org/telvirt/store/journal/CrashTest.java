package org.telvirt.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.store.Commit;

class CrashTest {
    @TempDir
    Path temporary;

    private static final boolean LONG = Boolean.getBoolean("telvirt.long");

    @Nested
    class RandomCommits {
        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2, 3, 4})
        void areAllThereAfterEachOpening(long seed) throws IOException {
            Random random = new Random(seed);
            Model model = new Model();
            Path folder = temporary.resolve("store");
            int number = 0;
            for (int round = 0; round < (LONG ? 200 : 12); round++) {
                try (JournalStore store = JournalStore.open(folder, Snapshot.SMALL, new ForgetfulDisk())) {
                    assertThat(Snapshot.of(store, folder)).isEqualTo(model.snapshot());
                    for (int i = random.nextInt(120); i > 0; i--) {
                        Commit commit = Model.anyCommit(random, number++);
                        store.commit(commit);
                        model.apply(commit);
                    }
                    assertThat(Snapshot.of(store, folder)).isEqualTo(model.snapshot());
                }
            }
        }

        @Test
        void takeNoMoreRoomThanTwiceWhatLives() throws IOException {
            Random random = new Random(5);
            Path folder = temporary.resolve("store");
            try (JournalStore store = JournalStore.open(folder, Snapshot.SMALL, new ForgetfulDisk())) {
                for (int i = 0; i < 3000; i++) {
                    store.commit(Snapshot.commit("key-" + random.nextInt(20), "x".repeat(40)));
                }
            }
            // 20 keys of some 75 bytes live: 2 segments of 1 KiB; as much may be dead, and the last is being filled
            assertThat(Snapshot.segments(folder)).hasSizeLessThanOrEqualTo(6);
        }
    }

    @Nested
    class LossOfPower {
        /** Cuts the power in each operation of the disk in turn, and looks at what is left. */
        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2})
        void leavesTheCommitsThatWereAcknowledgedAndWholeOnesOnly(long seed) throws IOException {
            int cut = 1;
            boolean cutOff = true;
            while (cutOff) {
                Path folder = temporary.resolve("store-" + cut);
                cutOff = runUntilCut(folder, seed, cut);
                cut += LONG ? 1 : 1 + cut / 20;
            }
            assertThat(cut).isGreaterThan(100);
        }

        private boolean runUntilCut(Path folder, long seed, int cut) throws IOException {
            Random random = new Random(seed);
            FaultyDisk disk = new FaultyDisk(new Random(seed + cut));
            disk.cutAfter(cut);
            Model model = new Model();
            Snapshot before = model.snapshot();
            try (JournalStore store = JournalStore.open(folder, Snapshot.SMALL, disk)) {
                for (int i = 0; i < 80; i++) {
                    Commit commit = Model.anyCommit(random, i);
                    before = model.snapshot();
                    model.apply(commit);
                    store.commit(commit);
                    before = model.snapshot();
                }
            } catch (IOException e) {
                assertThat(disk.isOff()).as(e.toString()).isTrue();
            }
            check(folder, cut, before, model);
            return disk.isOff();
        }

        private void check(Path folder, int cut, Snapshot before, Model after) throws IOException {
            try (JournalStore store = JournalStore.open(folder, Snapshot.SMALL, new ForgetfulDisk())) {
                assertThat(Snapshot.of(store, folder)).as("cut at %d", cut).isIn(before, after.snapshot());
                store.commit(Snapshot.commit("next", "1"));
            }
            try (JournalStore store = JournalStore.open(folder, Snapshot.SMALL, new ForgetfulDisk())) {
                Snapshot again = Snapshot.of(store, folder);
                assertThat(again.entries()).extracting("key").contains("next");
                assertThat(again.audit())
                        .as("cut at %d", cut)
                        .contains("next=1")
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Nested
    class FailingWrites {
        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2, 3})
        void failTheirCommitsAndNoOthers(long seed) throws IOException {
            Random random = new Random(seed);
            Path folder = temporary.resolve("store");
            FaultyDisk disk = new FaultyDisk(random);
            Model model = new Model();
            int failed = 0;
            for (int round = 0; round < (LONG ? 100 : 8); round++) {
                try (JournalStore store = JournalStore.open(folder, Snapshot.SMALL, disk)) {
                    disk.failWith(0.3);
                    for (int i = 0; i < 60; i++) {
                        failed += commit(store, Model.anyCommit(random, 1000 * round + i), model) ? 0 : 1;
                        assertThat(entries(store)).isEqualTo(model.snapshot().entries());
                    }
                    disk.failWith(0);
                    assertThat(commit(store, Snapshot.commit("round", "" + round), model))
                            .isTrue();
                    assertThat(Snapshot.of(store, folder)).isEqualTo(model.snapshot());
                }
            }
            assertThat(failed).isGreaterThan(100);
            try (JournalStore store = JournalStore.open(folder, Snapshot.SMALL, new ForgetfulDisk())) {
                assertThat(Snapshot.of(store, folder)).isEqualTo(model.snapshot());
            }
        }

        private List<?> entries(JournalStore store) throws IOException {
            List<Object> entries = new ArrayList<>();
            store.read("t", entries::add);
            return entries;
        }

        private boolean commit(JournalStore store, Commit commit, Model model) {
            try {
                store.commit(commit);
                model.apply(commit);
                return true;
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("No space left").hasMessageContaining("free some space");
                return false;
            }
        }
    }

    @Test
    void anInterruptedThreadCommitsLikeAnyOther() throws IOException {
        Path folder = temporary.resolve("store");
        try (JournalStore store = JournalStore.open(folder, Snapshot.SMALL)) {
            for (int i = 0; i < 50; i++) {
                Thread.currentThread().interrupt();
                store.commit(Snapshot.commit("k" + i % 4, "x".repeat(90)));
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(Snapshot.of(store, folder).audit()).hasSize(50);
        }
    }

    @Test
    void aRecordedLineHasNoLineEnd() throws IOException {
        try (JournalStore store = JournalStore.open(temporary.resolve("store"))) {
            assertThatThrownBy(() -> store.commit(new Commit(List.of(), List.of("a\nb"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void onlyTheOwnerCanReadWhatIsStored() throws IOException {
        Path folder = temporary.resolve("a/store");
        try (JournalStore store = JournalStore.open(folder, Snapshot.SMALL)) {
            store.commit(Snapshot.commit("k", "secret"));
        }
        try (var files = Files.walk(folder)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
    }
}
