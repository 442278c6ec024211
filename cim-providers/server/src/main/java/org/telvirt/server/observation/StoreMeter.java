package org.telvirt.server.observation;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.telvirt.store.Commit;
import org.telvirt.store.Entry;
import org.telvirt.store.Store;

/** A store whose commits are counted and timed. Safe for use by many threads. */
public final class StoreMeter implements Store {
    private final Store store;
    private final LongSupplier nanoTime;
    private final Histogram durations = new Histogram();
    private final LongAdder changes = new LongAdder();
    private final LongAdder failures = new LongAdder();

    /**
     * @param nanoTime a clock as of {@link System#nanoTime}
     */
    public StoreMeter(Store store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    @Override
    public void read(String table, Consumer<Entry> reader) throws IOException {
        store.read(table, reader);
    }

    @Override
    public void commit(Commit commit) throws IOException {
        long began = nanoTime.getAsLong();
        boolean isDone = false;
        try {
            store.commit(commit);
            isDone = true;
        } finally {
            durations.add(nanoTime.getAsLong() - began);
            changes.add(commit.changes().size());
            if (!isDone) {
                failures.increment();
            }
        }
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    void write(MetricsText text) {
        text.family("telvirt_store_changes", "counter", "Changes of tables that were written, or should have been.")
                .sample("_total", changes.sum());
        text.family("telvirt_store_failures", "counter", "Commits that failed.").sample("_total", failures.sum());
        text.family("telvirt_store_commit_seconds", "histogram", "Time until a commit was durable.");
        text.histogram(durations);
    }
}
