package org.telvirt.server;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.facility.pool.PoolRecords;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;
import org.telvirt.store.Store;

/** Keeps the resource pools that clients made in the table "pool" of the store. Safe for use by many threads. */
final class StoredPools implements PoolRecords {
    private static final String TABLE = "pool";

    private final Store store;

    StoredPools(Store store) {
        this.store = store;
    }

    @Override
    public Map<String, String> read() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        store.read(TABLE, entry -> texts.put(entry.key(), entry.text()));
        return texts;
    }

    @Override
    public void put(String id, @Nullable String text) throws IOException {
        store.commit(new Commit(List.of(new Change(TABLE, id, text)), List.of()));
    }
}
