package org.telvirt.mof.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** One MOF text with its name. */
public final class SourceText {
    private final String name;
    private final char[] chars;
    private final int length;

    private SourceText(String name, String text) {
        this.name = name;
        this.length = text.length();
        this.chars = new char[length + 1];
        text.getChars(0, length, chars, 0);
    }

    /** The text of this name. */
    public static SourceText of(String name, String text) {
        return new SourceText(name, text);
    }

    /**
     * The text in these bytes: UTF-8, or UTF-16 with a byte order mark.
     *
     * @throws MofException if the bytes are neither
     */
    public static SourceText decode(String name, byte[] bytes) throws MofException {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        Charset charset = first == 0xfeff || first == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = new String(bytes, charset);
        if (text.indexOf('\ufffd') >= 0) {
            requireWellFormed(name, bytes, charset);
        }
        return new SourceText(name, text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    // the quick decoding above puts U+FFFD in place of what it cannot decode; the character may also be meant
    private static void requireWellFormed(String name, byte[] bytes, Charset charset) throws MofException {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new MofException(name, "The text is not well-formed " + charset + "; save it as UTF-8", e);
        }
    }

    public String name() {
        return name;
    }

    /** The number of characters. */
    public int length() {
        return length;
    }

    /** The characters and one U+0000 after them; shared, not to be changed. */
    public char[] chars() {
        return chars;
    }

    /** The characters from one offset to another. */
    public String substring(int from, int to) {
        return new String(chars, from, to - from);
    }

    /** The line and column of an offset. */
    public MofLocation location(int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (chars[i] == '\n' || (chars[i] == '\r' && chars[i + 1] != '\n')) {
                line++;
                lineStart = i + 1;
            }
        }
        int lineEnd = lineStart;
        while (lineEnd < length && chars[lineEnd] != '\n' && chars[lineEnd] != '\r') {
            lineEnd++;
        }
        return new MofLocation(name, line, offset - lineStart + 1, substring(lineStart, lineEnd));
    }

    /** What to throw when the text is wrong at an offset. */
    public MofException error(int offset, String problem) {
        return new MofException(location(offset), problem);
    }
}
