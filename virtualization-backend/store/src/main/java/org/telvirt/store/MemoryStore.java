package org.telvirt.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A store that ends with the process: for servers that shall forget, and for tests. */
public final class MemoryStore implements Store {
    private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();
    private final List<String> records = new ArrayList<>();
    private boolean closed;

    @Override
    public void read(String table, Consumer<Entry> reader) {
        List<Entry> entries = new ArrayList<>();
        synchronized (this) {
            tables.getOrDefault(table, Map.of()).forEach((key, text) -> entries.add(new Entry(key, text)));
        }
        entries.forEach(reader);
    }

    @Override
    public synchronized void commit(Commit commit) throws IOException {
        if (closed) {
            throw new IOException("The store is closed");
        }
        for (Change change : commit.changes()) {
            Map<String, String> table = tables.computeIfAbsent(change.table(), name -> new LinkedHashMap<>());
            if (change.text() == null) {
                table.remove(change.key());
            } else {
                table.put(change.key(), change.text());
            }
        }
        records.addAll(commit.records());
    }

    /** The lines recorded so far. */
    public synchronized List<String> records() {
        return List.copyOf(records);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
