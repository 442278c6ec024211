package org.telvirt.store.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;
import org.telvirt.store.Entry;

/** What a store should hold, kept the plain way. */
final class Model {
    private final Map<String, String> entries = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    void apply(Commit commit) {
        for (Change change : commit.changes()) {
            if (change.text() == null) {
                entries.remove(change.key());
            } else {
                entries.put(change.key(), change.text());
            }
        }
        lines.addAll(commit.records());
    }

    Snapshot snapshot() {
        return new Snapshot(
                entries.entrySet().stream()
                        .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                        .toList(),
                List.copyOf(lines));
    }

    /** Some changes of some of a few keys, with a line for each; now and then a large one. */
    static Commit anyCommit(Random random, int number) {
        List<Change> changes = new ArrayList<>();
        List<String> records = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String key = "key-" + random.nextInt(12);
            boolean removes = random.nextInt(4) == 0;
            int length = random.nextInt(40) == 0 ? 2000 : random.nextInt(90);
            changes.add(new Change("t", key, removes ? null : number + "-" + "x".repeat(length)));
            if (random.nextInt(3) == 0) {
                records.add("{\"n\":" + number + "." + i + "}");
            }
        }
        return new Commit(changes, records);
    }
}
