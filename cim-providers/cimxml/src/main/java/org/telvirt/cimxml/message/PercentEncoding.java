package org.telvirt.cimxml.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The second of the two encodings of CIMMethod and CIMObject: %XX for octets of UTF-8 (DSP0200 §6.3.7). */
public final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /** The text that a header field stands for; null: an escape is broken or what comes out is not UTF-8. */
    public static @Nullable String decode(String header) {
        // octets from 0x80 may come as they are, and then as ISO 8859-1 or as UTF-8, as the HTTP server pleases
        String decoded = decode(header, false);
        return decoded == null ? decode(header, true) : decoded;
    }

    private static @Nullable String decode(String header, boolean isUnicode) {
        byte[] source = header.getBytes(isUnicode ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        ByteBuffer octets = ByteBuffer.allocate(source.length);
        for (int i = 0; i < source.length; i++) {
            if (source[i] != '%') {
                octets.put(source[i]);
            } else if (i + 2 < source.length && digit(source[i + 1]) >= 0 && digit(source[i + 2]) >= 0) {
                octets.put((byte) (digit(source[i + 1]) << 4 | digit(source[i + 2])));
                i += 2;
            } else {
                return null;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int digit(byte b) {
        return b < 0 ? -1 : Character.digit((char) b, 16);
    }

    /** The header field that stands for a text; letters, digits and {@code -._~} stay as they are. */
    public static String encode(String text) {
        StringBuilder header = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                header.append(c);
            } else {
                header.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return header.toString();
    }
}
