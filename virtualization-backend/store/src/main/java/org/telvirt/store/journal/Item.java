package org.telvirt.store.journal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** What frames hold, as it is read; texts that nobody needs stay bytes. */
sealed interface Item {
    byte PUT = 1;
    byte REMOVE = 2;
    byte LINE = 3;
    byte DROP = 4;

    /**
     * A key holds a text.
     *
     * @param born grows with the order in which keys were first written
     * @param offset where the item begins
     */
    record Put(long born, String table, String key, int offset, int length) implements Item {}

    /** A key has gone. */
    record Remove(String table, String key) implements Item {}

    /** A line for the audit file. */
    record Line(String line) implements Item {}

    /** This segment and those before it are no longer needed. */
    record Drop(long segment) implements Item {}

    /** Reads the item at the position of a buffer, and moves behind it. */
    static Item read(ByteBuffer in) {
        int offset = in.position();
        byte type = in.get();
        switch (type) {
            case PUT -> {
                long born = in.getLong();
                String table = text(in);
                String key = text(in);
                skipText(in);
                return new Put(born, table, key, offset, in.position() - offset);
            }
            case REMOVE -> {
                return new Remove(text(in), text(in));
            }
            case LINE -> {
                return new Line(text(in));
            }
            case DROP -> {
                return new Drop(in.getLong());
            }
            default -> throw new IllegalStateException("An item of unknown type " + type);
        }
    }

    /** The text of a put that a buffer holds from the given place. */
    static String textOfPut(ByteBuffer in, int offset) {
        ByteBuffer item = in.duplicate().position(offset + 1 + Long.BYTES);
        skipText(item);
        skipText(item);
        return text(item);
    }

    private static void skipText(ByteBuffer in) {
        int length = in.getInt();
        in.position(in.position() + (length < 0 ? ~length : length));
    }

    private static String text(ByteBuffer in) {
        int start = in.position() + Integer.BYTES;
        int length = in.getInt(in.position());
        skipText(in);
        if (length >= 0) {
            return new String(in.array(), in.arrayOffset() + start, length, StandardCharsets.UTF_8);
        }
        CharBuffer chars = in.duplicate().position(start).limit(in.position()).asCharBuffer();
        return chars.toString();
    }
}
