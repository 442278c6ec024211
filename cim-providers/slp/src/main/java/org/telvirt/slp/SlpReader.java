package org.telvirt.slp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Reads a message of SLP (RFC 2608 §8). */
final class SlpReader {
    private static final int ALL_AUTHORITIES = 0xFFFF;

    private final ByteBuffer in;
    private final Header header;

    /**
     * The beginning of a message.
     *
     * @param multicast whether it was sent to many, of whom only those shall answer who have something to say
     */
    record Header(int function, boolean multicast, int id, String language) {}

    /**
     * @throws IllegalArgumentException if the bytes are not a message
     */
    SlpReader(ByteBuffer bytes) {
        in = bytes.slice();
        try {
            header = readHeader();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("Too short for a message", e);
        }
    }

    private Header readHeader() {
        int version = in.get();
        int function = in.get();
        int length = ((in.getShort() & 0xFFFF) << 8) | (in.get() & 0xFF);
        int flags = in.getShort();
        if (version != SlpWriter.VERSION || length != in.limit()) {
            throw new IllegalArgumentException("Not a message of SLP version 2");
        }
        in.position(in.position() + 3);
        int id = in.getShort() & 0xFFFF;
        return new Header(function, (flags & SlpWriter.MULTICAST) != 0, id, text());
    }

    Header header() {
        return header;
    }

    int number() {
        return in.getShort() & 0xFFFF;
    }

    /**
     * @throws IllegalArgumentException if the message ends before
     */
    String text() {
        try {
            byte[] bytes = new byte[number()];
            in.get(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("The message ends in the middle of a text", e);
        }
    }

    /** Texts between commas. */
    List<String> texts() {
        return split(text());
    }

    static List<String> split(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The naming authority that service types are asked for; a star: any. */
    String authority() {
        if (in.remaining() >= Short.BYTES && (in.getShort(in.position()) & 0xFFFF) == ALL_AUTHORITIES) {
            in.getShort();
            return "*";
        }
        return text();
    }
}
