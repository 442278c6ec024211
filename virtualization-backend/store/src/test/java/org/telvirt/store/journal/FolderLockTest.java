package org.telvirt.store.journal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void refusesASecondStoreOfThisProcessUntilTheFirstIsClosed() throws IOException {
        try (JournalStore first = JournalStore.open(folder)) {
            assertThatThrownBy(() -> JournalStore.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("this process already");
            first.commit(Snapshot.commit("k", "1"));
        }
        JournalStore.open(folder).close();
    }

    @Test
    void refusesAnotherProcessAndNamesTheOneThatHasIt() throws Exception {
        try (Writer child = Writer.start(folder)) {
            child.awaitLines(1);

            assertThatThrownBy(() -> JournalStore.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + child.pid());
        }
        JournalStore.open(folder).close();
    }
}
