package org.telvirt.store.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;

/** Measures commits of 1 KB with a line each, against bare durable writes of as much; the argument is a folder. */
final class CommitSpeed {
    private static final int COMMITS = 10_000;
    private static final int ROUNDS = 3;

    private CommitSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path parent = Path.of(arguments[0]);
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = Files.createTempDirectory(parent, "speed");
            report("bare durable write", 1, bare(folder.resolve("bare")));
            for (int threads : new int[] {1, 8, 64}) {
                report("commit", threads, commits(folder.resolve("store-" + threads), threads));
            }
            long before = System.nanoTime();
            try (JournalStore store = JournalStore.open(folder.resolve("store-1"))) {
                List<Object> entries = new ArrayList<>();
                store.read("t", entries::add);
                System.out.printf(
                        "open and read %,d: %d ms%n", entries.size(), (System.nanoTime() - before) / 1_000_000);
            }
        }
    }

    private static void report(String what, int threads, long nanos) {
        System.out.printf(
                "%-20s %2d threads: %,6.0f a second, %.0f us each%n",
                what, threads, COMMITS * 1e9 / nanos, nanos / 1e3 / COMMITS);
    }

    private static long bare(Path file) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rwd")) {
            byte[] bytes = new byte[1 << 20];
            for (int i = 0; i < 16; i++) {
                out.write(bytes);
            }
            long before = System.nanoTime();
            for (int i = 0; i < COMMITS; i++) {
                out.seek(i * 1280L);
                out.write(bytes, 0, 1200);
            }
            return System.nanoTime() - before;
        }
    }

    private static long commits(Path folder, int threads) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try (JournalStore store = JournalStore.open(folder)) {
            long before = System.nanoTime();
            List<Callable<Void>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String name = thread + "-";
                work.add(() -> {
                    for (int i = 0; i < COMMITS / threads; i++) {
                        String line = "{\"operation\":\"CreateInstance\",\"key\":\"" + name + i + "\"}";
                        store.commit(new Commit(List.of(new Change("t", name + i, "x".repeat(1024))), List.of(line)));
                    }
                    return null;
                });
            }
            for (Future<Void> done : executor.invokeAll(work)) {
                done.get();
            }
            return System.nanoTime() - before;
        } finally {
            executor.shutdownNow();
        }
    }
}
