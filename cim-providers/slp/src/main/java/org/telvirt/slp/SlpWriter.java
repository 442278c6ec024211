package org.telvirt.slp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a message of SLP (RFC 2608 §8). */
final class SlpWriter {
    static final int VERSION = 2;
    static final int MULTICAST = 0x2000;
    static final int FRESH = 0x4000;
    static final int SERVICE_REQUEST = 1;
    static final int SERVICE_REPLY = 2;
    static final int REGISTRATION = 3;
    static final int DEREGISTRATION = 4;
    static final int ACKNOWLEDGE = 5;
    static final int ATTRIBUTE_REQUEST = 6;
    static final int ATTRIBUTE_REPLY = 7;
    static final int TYPE_REQUEST = 9;
    static final int TYPE_REPLY = 10;
    static final int AGENT_ADVERT = 11;

    private static final int HEADER_BYTES = 14;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    SlpWriter number(int number) {
        body.write(number >> 8);
        body.write(number);
        return this;
    }

    SlpWriter octet(int octet) {
        body.write(octet);
        return this;
    }

    SlpWriter text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        body.writeBytes(bytes);
        return this;
    }

    /** A URL entry without signatures (RFC 2608 §4.3). */
    SlpWriter url(String url, int lifetimeSeconds) {
        return octet(0).number(lifetimeSeconds).text(url).octet(0);
    }

    byte[] message(int function, int flags, int id, String language) {
        byte[] tag = language.getBytes(StandardCharsets.UTF_8);
        int length = HEADER_BYTES + tag.length + body.size();
        return ByteBuffer.allocate(length)
                .put((byte) VERSION)
                .put((byte) function)
                .putShort((short) (length >> 8))
                .put((byte) length)
                .putShort((short) flags)
                .put(new byte[3])
                .putShort((short) id)
                .putShort((short) tag.length)
                .put(tag)
                .put(body.toByteArray())
                .array();
    }
}
