package org.telvirt.cimxml.xml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A short text in a form that is compared eight bytes at a time, because most of what a message consists of are names that
 * came before.
 */
final class Word {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final byte[] bytes;
    private final long head;
    private final long tail;

    Word(byte[] source, int from, int to) {
        this.bytes = Arrays.copyOfRange(source, from, to);
        this.head = head(bytes, 0, bytes.length);
        this.tail = tail(bytes, 0, bytes.length);
    }

    int length() {
        return bytes.length;
    }

    /** Whether it is what stands there. */
    boolean isAt(byte[] source, int from, int to) {
        int length = to - from;
        return length == bytes.length
                && tail == tail(source, from, to)
                && head == head(source, from, to)
                && (length <= 2 * Long.BYTES || Arrays.equals(bytes, 0, length, source, from, to));
    }

    /** A number for what stands there, of which the lower bits are good ones. */
    static int hash(byte[] source, int from, int to) {
        long mixed = (head(source, from, to) * 31 + to - from) * 31 + tail(source, from, to);
        // the last character is in the highest bits, which a product alone would leave there
        mixed = (mixed ^ (mixed >>> Integer.SIZE)) * SPREAD;
        return (int) (mixed >>> Integer.SIZE);
    }

    // the first eight bytes; of fewer, none
    private static long head(byte[] source, int from, int to) {
        return to - from < Long.BYTES ? 0 : (long) LONGS.get(source, from);
    }

    // the last eight bytes, or as many as there are
    private static long tail(byte[] source, int from, int to) {
        int length = to - from;
        if (to < Long.BYTES) {
            long value = 0;
            for (int at = to - 1; at >= from; at--) {
                value = (value << Byte.SIZE) | (source[at] & 0xFF);
            }
            return value;
        }
        long last = (long) LONGS.get(source, to - Long.BYTES);
        return length >= Long.BYTES ? last : length == 0 ? 0 : last >>> (Long.SIZE - Byte.SIZE * length);
    }
}
