package org.telvirt.cimxml.xml;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a name stands for without making a string of it, because messages repeat a few names many times. It forgets
 * a name when another needs its place, so that no message can make it large or slow. Safe for use by many threads: an
 * entry never changes, and a lost one is made again.
 *
 * @param <T> what names stand for
 */
public final class Symbols<T> {
    private static final int PROBES = 4;
    private static final int LONGEST = 64;

    private static final class Entry<T> {
        private final Word key;
        private final T value;

        private Entry(Word key, T value) {
            this.key = key;
            this.value = value;
        }
    }

    private final @Nullable Entry<T>[] entries;

    /**
     * @param places a power of two
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    public Symbols(int places) {
        this.entries = new Entry[places];
    }

    /** Adds a name that is not there; one that is longer than names are is not kept. */
    public void put(String name, T value) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            return;
        }
        int first = place(bytes, 0, bytes.length);
        int at = first;
        for (int probe = 0; probe < PROBES && entries[at] != null; probe++) {
            at = (at + 1) & (entries.length - 1);
        }
        entries[entries[at] == null ? at : first] = new Entry<>(new Word(bytes, 0, bytes.length), value);
    }

    private int place(byte[] bytes, int start, int end) {
        return Word.hash(bytes, start, end) & (entries.length - 1);
    }

    /** What the UTF-8 text stands for; null: it is not a known name. */
    @Nullable
    T find(byte[] bytes, int start, int end) {
        int at = place(bytes, start, end);
        for (int probe = 0; probe <= PROBES; probe++) {
            Entry<T> entry = entries[at];
            if (entry == null) {
                return null;
            }
            if (entry.key.isAt(bytes, start, end)) {
                return entry.value;
            }
            at = (at + 1) & (entries.length - 1);
        }
        return null;
    }
}
