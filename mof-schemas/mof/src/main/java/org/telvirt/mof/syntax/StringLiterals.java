package org.telvirt.mof.syntax;

import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.SourceText;

/** Reads what is between the quotes of strings and characters (DSP0004 §A.2). */
final class StringLiterals {
    private static final String ESCAPES = "btnfr\"'\\";
    private static final String MEANINGS = "\b\t\n\f\r\"'\\";

    private StringLiterals() {}

    /** The characters that the text between two offsets, both inside the quotes, stands for. */
    static String unescape(SourceText source, int from, int to) throws MofException {
        char[] text = source.chars();
        StringBuilder out = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            if (text[i] != '\\') {
                out.append(text[i++]);
            } else if (text[i + 1] == 'x' || text[i + 1] == 'X') {
                int end = hexEnd(text, i + 2, to);
                out.append(hex(source, i, end));
                i = end;
            } else {
                out.append(simple(source, i));
                i += 2;
            }
        }
        return out.toString();
    }

    private static char simple(SourceText source, int backslash) throws MofException {
        int index = ESCAPES.indexOf(source.chars()[backslash + 1]);
        if (index < 0) {
            throw source.error(
                    backslash,
                    "Unknown escape " + source.substring(backslash, backslash + 2)
                            + "; there are \\b \\t \\n \\f \\r \\\" \\' \\\\ and \\x with 1 to 4 hexadecimal digits");
        }
        return MEANINGS.charAt(index);
    }

    private static int hexEnd(char[] text, int from, int to) {
        int i = from;
        while (i < to && i < from + 4 && Character.digit(text[i], 16) >= 0 && text[i] < 128) {
            i++;
        }
        return i;
    }

    private static char hex(SourceText source, int backslash, int end) throws MofException {
        if (end == backslash + 2) {
            throw source.error(backslash, "The escape \\x needs 1 to 4 hexadecimal digits");
        }
        char value = (char) Integer.parseInt(source.substring(backslash + 2, end), 16);
        if (value == 0) {
            throw source.error(backslash, "U+0000 is not allowed in a string");
        }
        return value;
    }
}
