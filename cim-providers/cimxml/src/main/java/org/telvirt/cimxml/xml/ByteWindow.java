package org.telvirt.cimxml.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The part of a stream of bytes that is in memory: at least from the begin of the current token on. A token is named by
 * places relative to its begin, because the bytes move when more are read.
 */
final class ByteWindow {
    private static final int FIRST_BYTES = 8 * 1024;
    private static final int USUAL_BYTES = 64 * 1024;

    private final @Nullable InputStream source;
    private byte[] bytes;
    private int limit;
    private int token;
    private long passed;
    private boolean ended;

    ByteWindow(InputStream source) {
        this.source = source;
        this.bytes = new byte[FIRST_BYTES];
    }

    /** A window on all there is. */
    ByteWindow(byte[] all) {
        this.source = null;
        this.bytes = all;
        this.limit = all.length;
    }

    /** The bytes, valid until {@link #more}. */
    byte[] bytes() {
        return bytes;
    }

    /** How many of the bytes have been read. */
    int limit() {
        return limit;
    }

    /** Where the current token begins. */
    int token() {
        return token;
    }

    /** Says where a token begins; what is before it may be forgotten. */
    void token(int at) {
        token = at;
    }

    /**
     * Reads more bytes.
     *
     * @param at a place not before the token
     * @return where the place is now
     * @throws UncheckedIOException the stream fails
     */
    int more(int at) {
        if (source == null) {
            ended = true;
            return at;
        }
        int place = at;
        if (limit == bytes.length) {
            place -= token;
            makeRoom();
        }
        try {
            int count = source.read(bytes, limit, bytes.length - limit);
            while (count == 0) {
                // a stream may also give nothing for once
                count = source.read(bytes, limit, bytes.length - limit);
            }
            limit += Math.max(count, 0);
            ended = count < 0;
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there were no more bytes when they were last asked for. */
    boolean isEnded() {
        return ended;
    }

    private void makeRoom() {
        passed += token;
        int kept = limit - token;
        int size = Math.max(bytes.length, FIRST_BYTES);
        if (kept > size / 2) {
            size = Math.multiplyExact(size, 2);
        } else if (size < USUAL_BYTES) {
            size = USUAL_BYTES;
        }
        byte[] target = size == bytes.length ? bytes : new byte[size];
        System.arraycopy(bytes, token, target, 0, kept);
        bytes = target;
        limit = kept;
        token = 0;
    }

    /** Where a place is in the text, for people: by line as long as nothing has been forgotten. */
    String where(int at) {
        if (passed > 0) {
            return "Byte " + (passed + at + 1) + ": ";
        }
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
            column = bytes[i] == '\n' ? 1 : column + 1;
        }
        return "Line " + line + ", column " + column + ": ";
    }
}
