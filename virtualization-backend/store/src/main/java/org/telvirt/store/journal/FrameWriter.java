package org.telvirt.store.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Makes frames: what one write makes durable, the items of one or more commits under one checksum. So a write that was
 * torn is void as a whole.
 */
final class FrameWriter {
    /** Length of the items, checksum, sequence. */
    static final int HEADER_BYTES = 16;
    /** Frames begin at multiples of this. */
    static final int ALIGNMENT = 8;

    private static final int KEPT_BYTES = 1 << 20;

    private byte[] bytes = new byte[4096];
    private int length;

    /** Begins a new frame. */
    void begin() {
        if (bytes.length > KEPT_BYTES) {
            bytes = new byte[KEPT_BYTES];
        }
        length = HEADER_BYTES;
    }

    /** How long the frame is so far; the next item begins here. */
    int length() {
        return length;
    }

    /** Whether nothing has been put into it. */
    boolean isEmpty() {
        return length == HEADER_BYTES;
    }

    void put(long born, String table, String key, String text) {
        type(Item.PUT);
        number(born);
        text(table);
        text(key);
        text(text);
    }

    void remove(String table, String key) {
        type(Item.REMOVE);
        text(table);
        text(key);
    }

    void line(String line) {
        type(Item.LINE);
        text(line);
    }

    void drop(long segment) {
        type(Item.DROP);
        number(segment);
    }

    /** Copies an item that lies in another frame. */
    void copy(byte[] from, int offset, int itemBytes) {
        room(itemBytes);
        System.arraycopy(from, offset, bytes, length, itemBytes);
        length += itemBytes;
    }

    /** Ends the frame, for one segment; its bytes are the first of the array, as many as {@link #paddedLength}. */
    byte[] end(long salt, long sequence) {
        int padding = paddedLength() - length;
        room(padding);
        Arrays.fill(bytes, length, length + padding, (byte) 0);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        header.putInt(0, length - HEADER_BYTES).putLong(2 * Integer.BYTES, sequence);
        header.putInt(Integer.BYTES, checksum(salt, bytes, 0, length));
        return bytes;
    }

    /** What the frame takes in the file. */
    int paddedLength() {
        return padded(length);
    }

    static int padded(int length) {
        return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    static int checksum(long salt, byte[] from, int offset, int frameBytes) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(salt)
                .putInt(frameBytes)
                .flip());
        crc.update(from, offset + 2 * Integer.BYTES, frameBytes - 2 * Integer.BYTES);
        return (int) crc.getValue();
    }

    private void type(byte type) {
        room(1);
        bytes[length++] = type;
    }

    private void number(long number) {
        room(Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(length, number);
        length += Long.BYTES;
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (new String(utf8, StandardCharsets.UTF_8).equals(text)) {
            room(Integer.BYTES + utf8.length);
            ByteBuffer.wrap(bytes, length, bytes.length - length)
                    .putInt(utf8.length)
                    .put(utf8);
            length += Integer.BYTES + utf8.length;
        } else {
            // UTF-8 has no halves of surrogate pairs, but CIM's char16 may be one; a negative length says UTF-16
            int size = text.length() * Character.BYTES;
            room(Integer.BYTES + size);
            ByteBuffer.wrap(bytes, length, bytes.length - length)
                    .putInt(~size)
                    .asCharBuffer()
                    .put(text);
            length += Integer.BYTES + size;
        }
    }

    private void room(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
