package org.telvirt.store.journal;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.store.Store;
import org.telvirt.store.StoreContract;

class JournalStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open() throws IOException {
        return JournalStore.open(folder.resolve("store"));
    }
}
