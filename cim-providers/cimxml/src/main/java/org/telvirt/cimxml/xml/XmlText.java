package org.telvirt.cimxml.xml;

import java.nio.charset.StandardCharsets;

/** The text between two tags. What means itself stays in the bytes that were read; the rest is put together anew. */
final class XmlText {
    private static final String CDATA = "[CDATA[";

    private final ByteWindow window;
    private final XmlScanner scanner;
    private final long longest;
    private final Octets decoded = new Octets();
    private boolean plain;
    private int length;

    XmlText(ByteWindow window, XmlScanner scanner, long longest) {
        this.window = window;
        this.scanner = scanner;
        this.longest = longest;
    }

    /** The bytes that the text lies in. */
    byte[] bytes() {
        return plain ? window.bytes() : decoded.bytes();
    }

    /** Where it begins in the bytes. */
    int start() {
        return plain ? window.token() : 0;
    }

    int length() {
        return plain ? length : decoded.length();
    }

    @Override
    public String toString() {
        return new String(bytes(), start(), length(), StandardCharsets.UTF_8);
    }

    boolean isBlank() {
        for (int i = start() + length() - 1; i >= start(); i--) {
            if (!XmlCharacters.isSpace(bytes()[i])) {
                return false;
            }
        }
        return true;
    }

    /** Passes the text up to the next tag; the place must be the begin of the token. */
    int read(int from) throws WireException {
        int p = from;
        while (true) {
            p = scanner.plain(p, XmlCharacters.PLAIN_TEXT);
            if (p == window.limit()) {
                check(p, p - window.token());
                p = scanner.need(p);
                continue;
            }
            byte b = window.bytes()[p];
            if (b == '<') {
                p = scanner.ahead(p, 2);
                if (isAside(p)) {
                    return decode(p);
                }
                plain = true;
                length = p - window.token();
                check(p, length);
                return p;
            }
            if (b == '&' || b == '\r') {
                return decode(p);
            }
            p = unusual(p, b);
        }
    }

    private boolean isAside(int at) {
        byte next = window.bytes()[at + 1];
        return next == '!' || next == '?';
    }

    // a character that means itself, if it may stand there
    private int unusual(int at, byte b) throws WireException {
        if (b < 0) {
            return scanner.character(at);
        }
        if (b != '>') {
            throw scanner.illegal(at, b);
        }
        if (at - window.token() >= 2 && scanner.is(at - 2, "]]")) {
            throw scanner.malformed(at, "]]> is not allowed in text");
        }
        return at + 1;
    }

    // from the first character on that does not mean itself; the token is always the begin of what is not yet copied
    private int decode(int at) throws WireException {
        plain = false;
        decoded.clear();
        int p = at;
        while (true) {
            byte b = window.bytes()[p];
            if (b == '<' || b == '&' || b == '\r') {
                copy(p);
                if (b == '<') {
                    p = scanner.ahead(p, 2);
                    if (!isAside(p)) {
                        return p;
                    }
                    p = aside(p);
                } else {
                    p = b == '&' ? scanner.reference(p, decoded) : lineEnd(p);
                }
                window.token(p);
            } else {
                p = XmlCharacters.PLAIN_TEXT[b & 0xFF] ? scanner.plain(p, XmlCharacters.PLAIN_TEXT) : unusual(p, b);
                check(p, decoded.length() + (long) (p - window.token()));
            }
            p = scanner.ahead(p, 1);
        }
    }

    private void copy(int to) throws WireException {
        decoded.append(window.bytes(), window.token(), to);
        check(to, decoded.length());
        window.token(to);
    }

    private int lineEnd(int at) throws WireException {
        decoded.append('\n');
        int p = scanner.ahead(at, 2);
        return window.bytes()[p + 1] == '\n' ? p + 2 : p + 1;
    }

    // a comment, an instruction or a CDATA section
    private int aside(int at) throws WireException {
        if (window.bytes()[at + 1] == '?') {
            return scanner.instruction(at + 2);
        }
        int p = scanner.ahead(at, 4);
        if (scanner.is(p + 2, "--")) {
            return scanner.comment(p + 4);
        }
        p = scanner.ahead(p, 2 + CDATA.length());
        if (!scanner.is(p + 2, CDATA)) {
            throw scanner.malformed(p, "a declaration is not allowed here");
        }
        return section(p + 2 + CDATA.length());
    }

    private int section(int from) throws WireException {
        window.token(from);
        int p = from;
        while (true) {
            p = scanner.ahead(scanner.plain(p, XmlCharacters.PLAIN_ASIDE), 1);
            check(p, decoded.length() + (long) (p - window.token()));
            byte b = window.bytes()[p];
            if (b == ']') {
                p = scanner.ahead(p, 3);
                if (scanner.is(p, "]]>")) {
                    copy(p);
                    return p + 3;
                }
                p++;
            } else if (b == '\r') {
                copy(p);
                p = lineEnd(p);
                window.token(p);
            } else if (b < 0) {
                p = scanner.character(p);
            } else if (XmlCharacters.isAllowed(b)) {
                p++;
            } else {
                throw scanner.illegal(p, b);
            }
        }
    }

    private void check(int at, long size) throws WireException {
        if (size > longest) {
            throw scanner.beyond(at, "a text is longer than " + longest + " bytes");
        }
    }
}
