package org.telvirt.cimxml.xml;

import java.util.Arrays;

/** Which characters may stand where in XML 1.0 (fifth edition). Tables are for ASCII; other characters are looked at. */
final class XmlCharacters {
    /** Bytes of text that mean themselves. */
    static final boolean[] PLAIN_TEXT = plain("<>&", "\t\n");

    /** Bytes of attribute values that mean themselves. */
    static final boolean[] PLAIN_VALUE = plain("<&\"'", "");

    /** Bytes of comments, instructions and CDATA sections that need no second look. */
    static final boolean[] PLAIN_ASIDE = plain("-?]", "\t\n");

    /** ASCII characters of names. */
    static final boolean[] NAME = names(true);

    /** ASCII characters that may begin a name. */
    static final boolean[] NAME_START = names(false);

    // the ranges of the standard, each with its ends
    private static final int[] START_RANGES = {
        0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF, 0x200C, 0x200D, 0x2070, 0x218F, 0x2C00,
        0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
    };
    private static final int[] MORE_RANGES = {0xB7, 0xB7, 0x300, 0x36F, 0x203F, 0x2040};

    private XmlCharacters() {}

    // indexed by the byte without its sign, so that the upper half is not plain
    private static boolean[] plain(String special, String controls) {
        boolean[] table = new boolean[0x100];
        Arrays.fill(table, ' ', 0x80, true);
        special.chars().forEach(c -> table[c] = false);
        controls.chars().forEach(c -> table[c] = true);
        return table;
    }

    private static boolean[] names(boolean more) {
        boolean[] table = new boolean[0x100];
        Arrays.fill(table, 'a', 'z' + 1, true);
        Arrays.fill(table, 'A', 'Z' + 1, true);
        table['_'] = true;
        table[':'] = true;
        if (more) {
            Arrays.fill(table, '0', '9' + 1, true);
            table['-'] = true;
            table['.'] = true;
        }
        return table;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /** Whether XML can carry the character at all. */
    static boolean isAllowed(int code) {
        return code >= ' '
                ? code < 0xD800 || (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF)
                : code == '\t' || code == '\n' || code == '\r';
    }

    /** Whether a character outside ASCII may be part of a name. */
    static boolean isName(int code) {
        return isNameStart(code) || isIn(MORE_RANGES, code);
    }

    /** Whether a character outside ASCII may begin a name. */
    static boolean isNameStart(int code) {
        return isIn(START_RANGES, code);
    }

    private static boolean isIn(int[] ranges, int code) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (code >= ranges[i] && code <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
