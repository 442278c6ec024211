package org.telvirt.store.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;
import org.telvirt.store.Entry;
import org.telvirt.store.Store;

/**
 * What a store holds.
 *
 * @param entries of table t
 * @param audit the lines of the audit files
 */
record Snapshot(List<Entry> entries, List<String> audit) {
    static final JournalSettings SMALL = new JournalSettings(1024, 400);

    static Snapshot of(Store store, Path folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        store.read("t", entries::add);
        return new Snapshot(entries, audit(folder));
    }

    static List<String> audit(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("audit"))) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                lines.addAll(List.of((text + "|").split("\n")));
                if (!"|".equals(lines.remove(lines.size() - 1))) {
                    throw new AssertionError(file + " does not end with a line end");
                }
            }
        }
        return lines;
    }

    /** A commit that puts or removes one key of table t and says so. */
    static Commit commit(String key, @Nullable String text) {
        return new Commit(List.of(new Change("t", key, text)), List.of(key + "=" + text));
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    static List<Path> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Segment.number(file).isPresent())
                    .sorted()
                    .toList();
        }
    }
}
