package org.telvirt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.store.Store;
import org.telvirt.store.journal.JournalStore;
import org.telvirt.traceability.Requirement;

class StoredPoolsTest {
    @Test
    @Requirement("VMADM4")
    void poolsAreThereAfterARestartInTheOrderInWhichTheyWereMade(@TempDir Path folder) throws Exception {
        try (Store store = JournalStore.open(folder)) {
            StoredPools pools = new StoredPools(store);
            pools.put("memory/child/b", "name second\nfrom 1 memory/host");
            pools.put("memory/child/gone", "name gone");
            pools.put("memory/child/a", "name first");
            pools.put("memory/child/gone", null);
        }

        try (Store store = JournalStore.open(folder)) {
            Map<String, String> read = new StoredPools(store).read();
            assertThat(read.keySet()).containsExactly("memory/child/b", "memory/child/a");
            assertThat(read).containsEntry("memory/child/b", "name second\nfrom 1 memory/host");
        }
    }
}
