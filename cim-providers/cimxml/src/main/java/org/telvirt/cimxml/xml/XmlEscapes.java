package org.telvirt.cimxml.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What ASCII characters become in XML 1.0. */
final class XmlEscapes {
    /** The character stands for itself. */
    static final byte[] NONE = {};

    /** In the text of an element: a line end must not be normalised, a control character cannot be said. */
    static final byte[][] IN_TEXT = table(false);

    /** In an attribute, where white space would become blanks. */
    static final byte[][] IN_ATTRIBUTE = table(true);

    private XmlEscapes() {}

    private static byte[][] table(boolean attribute) {
        byte[][] table = new byte[0x80][];
        Arrays.fill(table, NONE);
        Arrays.fill(table, 0, ' ', "\uFFFD".getBytes(StandardCharsets.UTF_8));
        table['\t'] = attribute ? XmlOutput.ascii("&#9;") : NONE;
        table['\n'] = attribute ? XmlOutput.ascii("&#10;") : NONE;
        table['\r'] = XmlOutput.ascii("&#13;");
        table['&'] = XmlOutput.ascii("&amp;");
        table['<'] = XmlOutput.ascii("&lt;");
        table['>'] = XmlOutput.ascii("&gt;");
        if (attribute) {
            table['"'] = XmlOutput.ascii("&quot;");
        }
        return table;
    }

    /** Whether a surrogate pair begins there. */
    static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }
}
