package org.telvirt.cimxml.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML as UTF-8 straight into a buffer that grows up to a limit and then goes to a sink, again and again. What has
 * not gone there can be taken back.
 *
 * <p>A failure of the sink is thrown as {@link UncheckedIOException}.
 */
public final class XmlOutput {
    /** Where full buffers go. */
    @FunctionalInterface
    public interface Sink {
        /** Takes the first bytes of the buffer, which belongs to the caller again afterwards. */
        void write(byte[] buffer, int length) throws IOException;
    }

    private static final int INITIAL = 4096;
    // characters that are encoded between two looks at the room left; none becomes more than six bytes
    private static final int RUN = 512;
    private static final int WIDEST = 6;
    private static final int DIGITS = 20;

    private final @Nullable Sink sink;
    private final int limit;
    private byte[] buffer = new byte[INITIAL];
    private int length;
    private long flushed;
    private boolean broken;

    /**
     * @param limitBytes when the buffer goes to the sink
     */
    public XmlOutput(Sink sink, int limitBytes) {
        this.sink = sink;
        this.limit = Math.max(limitBytes, INITIAL);
    }

    /** Keeps everything in memory. */
    public XmlOutput() {
        this.sink = null;
        this.limit = Integer.MAX_VALUE - 8;
    }

    /** How many bytes have been written so far. */
    public long mark() {
        return flushed + length;
    }

    /** Takes back what was written since a mark; false: a part of it has gone to the sink and nothing is taken back. */
    public boolean rewind(long mark) {
        if (mark < flushed) {
            return false;
        }
        length = (int) (mark - flushed);
        return true;
    }

    /** Whether nothing has gone to the sink yet. */
    public boolean isWhole() {
        return flushed == 0;
    }

    /** Whether the sink has failed. */
    public boolean isBroken() {
        return broken;
    }

    /** Gives what is left in the buffer to the sink. */
    public void flush() {
        if (sink == null) {
            throw new IllegalStateException("there is no sink");
        }
        try {
            sink.write(buffer, length);
        } catch (IOException e) {
            broken = true;
            throw new UncheckedIOException(e);
        }
        flushed += length;
        length = 0;
    }

    private void ensure(int more) {
        if (buffer.length - length < more) {
            makeRoom(more);
        }
    }

    private void makeRoom(int more) {
        if (sink != null && length + more > limit) {
            flush();
        }
        if (buffer.length - length < more) {
            int wanted = Math.max(Math.addExact(length, more), (int) Math.min(4L * buffer.length, limit));
            buffer = Arrays.copyOf(buffer, wanted);
        }
    }

    /** Writes bytes as they are, such as tags made by {@link #ascii}. */
    public XmlOutput raw(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    /** The bytes of a text that has only ASCII characters. */
    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a number in decimal digits. */
    public XmlOutput number(long value) {
        ensure(DIGITS);
        if (value < 0) {
            return raw(ascii(Long.toString(value)));
        }
        int end = length + digits(value);
        int at = end;
        long rest = value;
        do {
            buffer[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        length = end;
        return this;
    }

    private static int digits(long value) {
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        return count;
    }

    /** Writes the text of an element; characters that XML cannot carry become U+FFFD. */
    public XmlOutput text(String text) {
        return encoded(text, XmlEscapes.IN_TEXT);
    }

    /** Writes the value of an attribute between double quotes that the caller writes. */
    public XmlOutput attribute(String text) {
        return encoded(text, XmlEscapes.IN_ATTRIBUTE);
    }

    private XmlOutput encoded(String text, byte[][] escapes) {
        int end = text.length();
        int at = 0;
        while (at < end) {
            int to = Math.min(end, at + RUN);
            ensure((to - at) * WIDEST);
            at = run(text, at, to, escapes);
        }
        return this;
    }

    private int run(String text, int from, int to, byte[][] escapes) {
        byte[] bytes = buffer;
        int out = length;
        int at = from;
        while (at < to) {
            char c = text.charAt(at++);
            if (c >= 0x80) {
                length = out;
                at = XmlEscapes.isPair(text, at - 1) ? supplementary(text, at) : other(c, at);
                out = length;
            } else if (escapes[c] == XmlEscapes.NONE) {
                bytes[out++] = (byte) c;
            } else {
                for (byte b : escapes[c]) {
                    bytes[out++] = b;
                }
            }
        }
        length = out;
        return at;
    }

    private int supplementary(String text, int low) {
        int code = Character.toCodePoint(text.charAt(low - 1), text.charAt(low));
        put(0xF0 | (code >> 18));
        tail(code, 12);
        tail(code, 6);
        tail(code, 0);
        return low + 1;
    }

    private int other(char c, int next) {
        if (c < 0x800) {
            put(0xC0 | (c >> 6));
        } else {
            int allowed = Character.isSurrogate(c) || c >= 0xFFFE ? 0xFFFD : c;
            put(0xE0 | (allowed >> 12));
            tail(allowed, 6);
            tail(allowed, 0);
            return next;
        }
        tail(c, 0);
        return next;
    }

    private void tail(int code, int shift) {
        put(0x80 | ((code >> shift) & 0x3F));
    }

    private void put(int b) {
        buffer[length++] = (byte) b;
    }

    /** Writes what another output keeps in memory as the text of an element, so that its tags are text. */
    public XmlOutput escaped(XmlOutput other) {
        for (int at = 0; at < other.length; at++) {
            ensure(WIDEST);
            byte b = other.buffer[at];
            byte[] escape = b < 0 ? XmlEscapes.NONE : XmlEscapes.IN_TEXT[b];
            if (escape == XmlEscapes.NONE) {
                buffer[length++] = b;
            } else {
                raw(escape);
            }
        }
        return this;
    }

    /** All that is kept. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    /** All that is kept, as text. */
    @Override
    public String toString() {
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }
}
