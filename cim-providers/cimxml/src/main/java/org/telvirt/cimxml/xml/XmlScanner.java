package org.telvirt.cimxml.xml;

import static org.telvirt.cimxml.xml.XmlCharacters.isSpace;

/**
 * Reads the small parts of XML. Each method is given the place where its part begins and answers the place behind it;
 * places stay right because every method that reads more bytes says where its place has moved to.
 */
final class XmlScanner {
    private static final int LONGEST_REFERENCE = 32;
    private static final int HEXADECIMAL = 16;
    private static final int DECIMAL = 10;

    private final ByteWindow window;
    private final Symbols<XmlName> names;
    private final int longestName;
    private XmlName name;
    private int code;

    XmlScanner(ByteWindow window, Symbols<XmlName> names, int longestName) {
        this.window = window;
        this.names = names;
        this.longestName = longestName;
        this.name = new XmlName(new byte[0], 0, 0);
    }

    WireException malformed(int at, String message) {
        return new WireException(CimError.REQUEST_NOT_WELL_FORMED, window.where(at) + message);
    }

    WireException beyond(int at, String message) {
        return new WireException(CimError.REQUEST_NOT_VALID, window.where(at) + message);
    }

    /** Reads more bytes, which must be there. */
    int need(int at) throws WireException {
        int moved = window.more(at);
        if (window.isEnded()) {
            throw malformed(moved, "unexpected end of the document");
        }
        return moved;
    }

    /** Sees to it that this many bytes are there. */
    int ahead(int at, int count) throws WireException {
        int p = at;
        while (window.limit() - p < count) {
            p = need(p);
        }
        return p;
    }

    /** Passes bytes of a table as far as they have been read. */
    int plain(int from, boolean[] table) {
        byte[] bytes = window.bytes();
        int limit = window.limit();
        int p = from;
        while (p < limit && table[bytes[p] & 0xFF]) {
            p++;
        }
        return p;
    }

    int spaces(int from) throws WireException {
        int p = ahead(from, 1);
        while (isSpace(window.bytes()[p])) {
            p = ahead(p + 1, 1);
        }
        return p;
    }

    /** Passes a name and keeps it for {@link #name()}. */
    int name(int from) throws WireException {
        int start = from - window.token();
        int p = from;
        while (true) {
            p = plain(p, XmlCharacters.NAME);
            if (p - window.token() - start > longestName) {
                throw beyond(p, "a name is longer than " + longestName + " bytes");
            }
            if (p == window.limit()) {
                p = need(p);
            } else if (window.bytes()[p] < 0) {
                boolean first = p - window.token() == start;
                int next = character(p);
                if (first ? !XmlCharacters.isNameStart(code) : !XmlCharacters.isName(code)) {
                    throw malformed(next, "a character that is not allowed in a name");
                }
                p = next;
            } else {
                break;
            }
        }
        int first = window.token() + start;
        byte begin = window.bytes()[first];
        if (p == first || (begin >= 0 && !XmlCharacters.NAME_START[begin])) {
            throw malformed(p, "unexpected character '" + shown(begin) + "' where a name must begin");
        }
        name = named(first, p);
        return p;
    }

    private static String shown(byte b) {
        return b >= ' ' ? String.valueOf((char) b) : "0x" + Integer.toHexString(b & 0xFF);
    }

    private XmlName named(int from, int to) {
        XmlName known = names.find(window.bytes(), from, to);
        if (known == null) {
            known = new XmlName(window.bytes(), from, to);
            names.put(known.toString(), known);
        }
        return known;
    }

    /** The last name. */
    XmlName name() {
        return name;
    }

    /** Passes one character outside ASCII, which must be UTF-8 and one that XML can carry. */
    int character(int from) throws WireException {
        int lead = window.bytes()[from] & 0xFF;
        int size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4) {
            throw notUtf8(from);
        }
        int p = from;
        while (window.limit() - p < size) {
            p = window.more(p);
            if (window.isEnded()) {
                throw notUtf8(p);
            }
        }
        int value = lead & (0xFF >> (size + 1));
        for (int i = 1; i < size; i++) {
            int next = window.bytes()[p + i];
            if ((next & 0xC0) != 0x80) {
                throw notUtf8(p);
            }
            value = (value << 6) | (next & 0x3F);
        }
        checkUtf8(p, size, value);
        code = value;
        return p + size;
    }

    // the forms that have another meaning, or none
    private void checkUtf8(int at, int size, int value) throws WireException {
        boolean overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
        if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
            throw notUtf8(at);
        }
        if (!XmlCharacters.isAllowed(value)) {
            throw illegal(at, value);
        }
    }

    private WireException notUtf8(int at) {
        return beyond(at, "the body is not UTF-8");
    }

    WireException illegal(int at, int character) {
        return malformed(at, "the character U+%04X is not allowed in XML".formatted(character));
    }

    /** Passes a reference, from its ampersand on, and appends what it stands for. */
    int reference(int from, Octets out) throws WireException {
        int p = from;
        int start = from - window.token();
        do {
            p = ahead(p + 1, 1);
        } while (window.bytes()[p] != ';' && p - window.token() - start <= LONGEST_REFERENCE);
        int first = window.token() + start + 1;
        int character = referenced(first, p);
        if (character < 0 || !XmlCharacters.isAllowed(character)) {
            throw malformed(first, "a reference to an entity or character that does not exist");
        }
        out.append(character);
        return p + 1;
    }

    // -1: nothing
    private int referenced(int from, int to) {
        byte[] bytes = window.bytes();
        int length = to - from;
        if (length > 1 && bytes[from] == '#') {
            boolean hexadecimal = bytes[from + 1] == 'x';
            return hexadecimal ? number(from + 2, to, HEXADECIMAL) : number(from + 1, to, DECIMAL);
        }
        return switch (length) {
            case 2 -> bytes[from + 1] != 't' ? -1 : bytes[from] == 'l' ? '<' : bytes[from] == 'g' ? '>' : -1;
            case 3 -> is(from, "amp") ? '&' : -1;
            case 4 -> is(from, "quot") ? '"' : is(from, "apos") ? '\'' : -1;
            default -> -1;
        };
    }

    private int number(int from, int to, int radix) {
        int value = from == to ? -1 : 0;
        for (int p = from; p < to && value >= 0; p++) {
            int digit = Character.digit(window.bytes()[p], radix);
            value = digit < 0 ? -1 : value * radix + digit;
            value = value > Character.MAX_CODE_POINT ? -1 : value;
        }
        return value;
    }

    /** Whether this ASCII text stands there; as many bytes must have been read. */
    boolean is(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (window.bytes()[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Passes a comment, from behind its start on. Nothing before the place is kept. */
    int comment(int from) throws WireException {
        int p = aside(from, '-');
        p = ahead(p, 3);
        while (window.bytes()[p + 1] != '-') {
            p = ahead(aside(p + 1, '-'), 3);
        }
        if (window.bytes()[p + 2] != '>') {
            throw malformed(p, "-- is not allowed in a comment");
        }
        return p + 3;
    }

    /** Passes a processing instruction, from behind its start on. Nothing before the place is kept. */
    int instruction(int from) throws WireException {
        int p = ahead(name(from), 1);
        if (name.toString().equalsIgnoreCase("xml")) {
            throw malformed(p, "an XML declaration is allowed at the very begin only");
        }
        if (window.bytes()[p] != '?' && !isSpace(window.bytes()[p])) {
            throw malformed(p, "white space is missing behind the name of an instruction");
        }
        p = ahead(aside(p, '?'), 2);
        while (window.bytes()[p + 1] != '>') {
            p = ahead(aside(p + 1, '?'), 2);
        }
        return p + 2;
    }

    // passes what means nothing, up to a character
    private int aside(int from, char end) throws WireException {
        int p = from;
        while (true) {
            p = plain(p, XmlCharacters.PLAIN_ASIDE);
            if (p == window.limit()) {
                window.token(p);
                p = need(p);
                continue;
            }
            byte b = window.bytes()[p];
            if (b == end) {
                window.token(p);
                return p;
            }
            if (b < 0) {
                p = character(p);
            } else if (XmlCharacters.isAllowed(b)) {
                p++;
            } else {
                throw illegal(p, b);
            }
        }
    }
}
