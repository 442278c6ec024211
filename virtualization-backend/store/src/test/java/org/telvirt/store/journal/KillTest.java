package org.telvirt.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.store.Entry;

class KillTest {
    static final JournalSettings SETTINGS = new JournalSettings(32 << 10, 64 << 10);
    private static final int ROUNDS = Boolean.getBoolean("telvirt.long") ? 1000 : 10;
    private static final int ROUNDS_IN_ONE_FOLDER = 25;

    @TempDir
    Path temporary;

    @Test
    void losesNoCommitAndNoLineThatWasAcknowledged(TestReporter reporter) throws Exception {
        Random random = new Random(9);
        Set<String> acknowledged = new HashSet<>();
        int all = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = temporary.resolve("store-" + round / ROUNDS_IN_ONE_FOLDER);
            if (round % ROUNDS_IN_ONE_FOLDER == 0) {
                acknowledged.clear();
            }
            List<String> keys;
            try (Writer writer = Writer.start(folder)) {
                writer.awaitLines(1 + random.nextInt(200));
                keys = writer.kill();
            }
            acknowledged.addAll(keys);
            all += keys.size();
            check(folder, acknowledged, round);
        }
        reporter.publishEntry("kills", ROUNDS + " kills, " + all + " commits acknowledged and found");
    }

    private static void check(Path folder, Set<String> acknowledged, int round) throws IOException {
        try (JournalStore store = JournalStore.open(folder, SETTINGS)) {
            Snapshot found = Snapshot.of(store, folder);
            Map<String, Long> lines =
                    found.audit().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(lines.values()).as("round %d", round).allMatch(count -> count == 1);
            Set<String> keys = found.entries().stream().map(Entry::key).collect(Collectors.toSet());
            for (String key : acknowledged) {
                boolean goes = Integer.parseInt(key.substring(key.lastIndexOf('-') + 1)) % 4 != 0;
                assertThat(keys.contains(key)).as("round %d: %s", round, key).isEqualTo(!goes);
                assertThat(lines).as("round %d", round).containsKey(key + "=" + key);
                assertThat(lines.containsKey(key + "=null"))
                        .as("round %d: removal of %s", round, key)
                        .isEqualTo(goes);
            }
        }
    }
}
