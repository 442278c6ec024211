package org.telvirt.store;

import java.io.IOException;
import java.util.function.Consumer;

/** Tables of small texts by key, and a record of what was done. Safe for use by many threads. */
public interface Store extends AutoCloseable {
    /**
     * Hands over every entry of a table, in the order in which their keys were first written.
     *
     * @param table a table that nobody has written yet is empty
     * @throws IOException if the medium fails
     */
    void read(String table, Consumer<Entry> reader) throws IOException;

    /**
     * Writes all of it or nothing. When this returns, it would survive the end of the process and a loss of power.
     *
     * @throws IOException if the medium fails; then nothing of it was written, as far as anyone can tell
     */
    void commit(Commit commit) throws IOException;

    /** Closes it; commits from now on fail. */
    @Override
    void close() throws IOException;
}
