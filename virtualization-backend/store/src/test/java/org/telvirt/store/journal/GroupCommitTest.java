package org.telvirt.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    private static final int THREADS = 8;
    private static final int COMMITS = 200;

    @TempDir
    Path folder;

    @Test
    void keepsEveryCommitOfThreadsThatCommitAtTheSameTimeInFewerWrites() throws Exception {
        CountingDisk disk = new CountingDisk();
        JournalSettings settings = new JournalSettings(1 << 20, 1 << 20);
        try (JournalStore store = JournalStore.open(folder, settings, disk)) {
            disk.writes.set(0);
            inThreads(thread -> {
                for (int i = 0; i < COMMITS; i++) {
                    store.commit(Snapshot.commit(thread + "-" + i, "text"));
                }
            });
        }

        assertThat(disk.writes.get()).isLessThan(THREADS * COMMITS);
        try (JournalStore store = JournalStore.open(folder, settings)) {
            Snapshot found = Snapshot.of(store, folder);
            assertThat(found.entries()).hasSize(THREADS * COMMITS);
            assertThat(found.audit()).hasSize(THREADS * COMMITS).doesNotHaveDuplicates();
        }
    }

    @Test
    void showsReadersOnlyWholeCommitsWhileTheJournalIsCleaned() throws Exception {
        try (JournalStore store = JournalStore.open(folder, Snapshot.SMALL)) {
            inThreads(thread -> {
                for (int i = 0; i < 60; i++) {
                    if (thread % 2 == 0) {
                        store.commit(Snapshot.commit("k" + thread, "x".repeat(90)));
                    } else {
                        List<Object> entries = new ArrayList<>();
                        store.read("t", entries::add);
                        assertThat(entries).hasSizeLessThanOrEqualTo(THREADS / 2);
                    }
                }
            });
            assertThat(Snapshot.of(store, folder).entries()).hasSize(THREADS / 2);
        }
    }

    private interface Work {
        void run(int thread) throws IOException;
    }

    private static void inThreads(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                all.add(() -> {
                    work.run(thread);
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(all, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static final class CountingDisk implements Disk {
        private final Disk disk = new FileDisk();
        private final AtomicInteger writes = new AtomicInteger();

        @Override
        public Medium openDurable(Path file) throws IOException {
            Medium medium = disk.openDurable(file);
            return new Medium() {
                @Override
                public void write(long position, byte[] bytes, int length) throws IOException {
                    writes.incrementAndGet();
                    medium.write(position, bytes, length);
                }

                @Override
                public void truncate(long length) throws IOException {
                    medium.truncate(length);
                }

                @Override
                public void force() throws IOException {
                    medium.force();
                }

                @Override
                public void close() throws IOException {
                    medium.close();
                }
            };
        }

        @Override
        public Medium openBuffered(Path file) throws IOException {
            return disk.openBuffered(file);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            disk.rename(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            disk.delete(file);
        }
    }
}
