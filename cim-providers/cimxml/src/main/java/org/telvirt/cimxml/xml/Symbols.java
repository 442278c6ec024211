package org.telvirt.cimxml.xml;

import java.util.Arrays;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an attribute stands for without making a string of it, because a message repeats a few names many times. It
 * forgets a name when another needs its place, so that no message can make it large or slow.
 *
 * @param <T> what names stand for
 */
public final class Symbols<T> {
    private static final int PROBES = 4;

    private final char[] @Nullable [] keys;
    private final @Nullable Object[] values;

    /**
     * @param places a power of two
     */
    public Symbols(int places) {
        this.keys = new char[places][];
        this.values = new Object[places];
    }

    /** Adds a name that is not there. */
    public void put(String name, T value) {
        char[] key = name.toCharArray();
        int first = place(key, 0, key.length);
        int at = first;
        for (int probe = 0; probe < PROBES && keys[at] != null; probe++) {
            at = (at + 1) & (keys.length - 1);
        }
        at = keys[at] == null ? at : first;
        keys[at] = key;
        values[at] = value;
    }

    // names of one class often begin alike, so their ends count
    private int place(char[] chars, int start, int end) {
        int length = end - start;
        int hash = length;
        if (length > 0) {
            hash = 31 * hash + chars[start];
            hash = 31 * hash + chars[start + length / 2];
            hash = 31 * hash + chars[end - 1];
            hash = 31 * hash + chars[Math.max(start, end - 2)];
            hash = 31 * hash + chars[Math.max(start, end - 3)];
        }
        return (hash ^ (hash >>> 8)) & (keys.length - 1);
    }

    /** What the characters stand for; null: they are not a known name. */
    @Nullable
    T find(char[] chars, int start, int end) {
        int at = place(chars, start, end);
        for (int probe = 0; probe <= PROBES; probe++) {
            char[] key = keys[at];
            if (key == null) {
                return null;
            }
            if (Arrays.equals(key, 0, key.length, chars, start, end)) {
                return cast(values[at]);
            }
            at = (at + 1) & (keys.length - 1);
        }
        return null;
    }

    /** A value of this table that its type has been forgotten of. */
    @SuppressWarnings("unchecked") // put stores nothing else
    @Nullable
    T cast(@Nullable Object value) {
        return (T) value;
    }

    /** A way into the XML library's buffer. */
    static final class Finder extends TypedValueDecoder {
        private final Symbols<?> symbols;
        private @Nullable Object found;

        Finder(Symbols<?> symbols) {
            this.symbols = symbols;
        }

        /** What was found last. */
        @Nullable
        Object found() {
            return found;
        }

        @Override
        public void decode(String input) {
            decode(input.toCharArray(), 0, input.length());
        }

        @Override
        public void decode(char[] buffer, int start, int end) {
            found = symbols.find(buffer, start, end);
        }

        @Override
        public void handleEmptyValue() {
            found = null;
        }
    }
}
