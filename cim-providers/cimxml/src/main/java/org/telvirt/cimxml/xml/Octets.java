package org.telvirt.cimxml.xml;

import java.util.Arrays;

/** Text in UTF-8 that is put together of parts. */
final class Octets {
    private byte[] bytes = new byte[64];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void append(byte[] source, int from, int to) {
        ensure(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    /** Appends a character, which must be one that XML can carry. */
    void append(int code) {
        ensure(4);
        if (code < 0x80) {
            put(code);
        } else if (code < 0x800) {
            put(0xC0 | (code >> 6));
            tail(code, 0);
        } else if (code < 0x10000) {
            put(0xE0 | (code >> 12));
            tail(code, 6);
            tail(code, 0);
        } else {
            put(0xF0 | (code >> 18));
            tail(code, 12);
            tail(code, 6);
            tail(code, 0);
        }
    }

    private void tail(int code, int shift) {
        put(0x80 | ((code >> shift) & 0x3F));
    }

    private void put(int b) {
        bytes[length++] = (byte) b;
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), 2 * bytes.length));
        }
    }
}
