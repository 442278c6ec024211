package org.telvirt.store;

import java.util.List;

/**
 * What is written together.
 *
 * @param changes in order; the last one for a key counts
 * @param records lines for the append-only record, without line ends
 */
public record Commit(List<Change> changes, List<String> records) {
    /** Copies the lists. */
    public Commit {
        changes = List.copyOf(changes);
        records = List.copyOf(records);
    }
}
