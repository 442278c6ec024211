package org.telvirt.facility.pool;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where pools that clients made are kept. Safe for use by many threads. */
public interface PoolRecords {
    /**
     * All of them by id, in the order in which they were made.
     *
     * @throws IOException if the medium fails
     */
    Map<String, String> read() throws IOException;

    /**
     * Keeps one; when this returns it would survive the end of the process and a loss of power.
     *
     * @param text null: it is gone
     * @throws IOException if the medium fails; then nothing has changed
     */
    void put(String id, @Nullable String text) throws IOException;

    /** Records that end with the process. */
    static PoolRecords inMemory() {
        Map<String, String> texts = new LinkedHashMap<>();
        return new PoolRecords() {
            @Override
            public synchronized Map<String, String> read() {
                return new LinkedHashMap<>(texts);
            }

            @Override
            public synchronized void put(String id, @Nullable String text) {
                if (text == null) {
                    texts.remove(id);
                } else {
                    texts.put(id, text);
                }
            }
        };
    }
}
