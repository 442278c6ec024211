package org.telvirt.cimxml.xml;

import static org.telvirt.cimxml.xml.XmlCharacters.isSpace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The attributes of one element. Values stay in the bytes that were read until somebody asks for them. */
final class XmlAttributes {
    private static final int USUAL = 8;

    private final ByteWindow window;
    private final XmlScanner scanner;
    private final XmlLimits limits;
    private final Octets decoded = new Octets();
    private XmlName[] names = new XmlName[USUAL];
    // relative to the token; those of decoded values begin at the complement
    private int[] from = new int[USUAL];
    private int[] to = new int[USUAL];
    private int count;

    XmlAttributes(ByteWindow window, XmlScanner scanner, XmlLimits limits) {
        this.window = window;
        this.scanner = scanner;
        this.limits = limits;
    }

    void clear() {
        count = 0;
        decoded.clear();
    }

    int count() {
        return count;
    }

    /** Which one has this name; -1: none. */
    int index(String name) {
        for (int i = 0; i < count; i++) {
            // nearly always the same text, as both are known
            if (isSame(names[i].toString(), name)) {
                return i;
            }
        }
        for (int i = 0; i < count; i++) {
            if (names[i].toString().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("ReferenceEquality") // the callers look for equal ones when no same one is there
    private static boolean isSame(String one, String other) {
        return one == other;
    }

    String text(int index) {
        return new String(bytes(index), start(index), length(index), StandardCharsets.UTF_8);
    }

    boolean isEmpty(int index) {
        return length(index) == 0;
    }

    /** What a value stands for; null: it is not among the symbols. */
    <T> @Nullable T find(int index, Symbols<T> symbols) {
        int start = start(index);
        return symbols.find(bytes(index), start, start + length(index));
    }

    private byte[] bytes(int index) {
        return from[index] < 0 ? decoded.bytes() : window.bytes();
    }

    private int start(int index) {
        return from[index] < 0 ? ~from[index] : window.token() + from[index];
    }

    private int length(int index) {
        return from[index] < 0 ? to[index] - ~from[index] : to[index] - from[index];
    }

    /** Passes an attribute and keeps it. */
    int read(int at) throws WireException {
        int p = scanner.name(at);
        add(p, scanner.name());
        // there is a byte behind every name
        p = window.bytes()[p] == '=' ? p : scanner.spaces(p);
        if (window.bytes()[p] != '=') {
            throw scanner.malformed(p, "= is missing behind the name of an attribute");
        }
        p = scanner.ahead(p + 1, 1);
        p = window.bytes()[p] == '"' ? p : scanner.spaces(p);
        byte quote = window.bytes()[p];
        if (quote != '"' && quote != '\'') {
            throw scanner.malformed(p, "the value of an attribute must stand in quotes");
        }
        return value(p + 1, quote);
    }

    private void add(int at, XmlName name) throws WireException {
        if (index(name.toString()) >= 0) {
            throw scanner.malformed(at, "the attribute " + XmlInput.shown(name.toString()) + " is given twice");
        }
        if (count == limits.attributes()) {
            throw scanner.beyond(at, "an element has more than " + count + " attributes");
        }
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        names[count++] = name;
    }

    private int value(int first, byte quote) throws WireException {
        int start = first - window.token();
        int p = first;
        while (true) {
            p = scanner.plain(p, XmlCharacters.PLAIN_VALUE);
            checkLength(p, p - window.token() - start);
            if (p == window.limit()) {
                p = scanner.need(p);
                continue;
            }
            byte b = window.bytes()[p];
            if (b == quote) {
                from[count - 1] = start;
                to[count - 1] = p - window.token();
                return p + 1;
            }
            if (b == '"' || b == '\'') {
                p++;
            } else if (b < 0) {
                p = scanner.character(p);
            } else {
                return decoded(start, p, quote);
            }
        }
    }

    // from the first character on that does not mean itself
    private int decoded(int start, int at, byte quote) throws WireException {
        int begin = decoded.length();
        int run = start;
        int p = at;
        while (true) {
            byte b = window.bytes()[p];
            if (b < 0) {
                p = scanner.character(p);
            } else if (b == quote || !XmlCharacters.PLAIN_VALUE[b]) {
                decoded.append(window.bytes(), window.token() + run, p);
                checkLength(p, decoded.length() - begin);
                if (b == quote) {
                    from[count - 1] = ~begin;
                    to[count - 1] = decoded.length();
                    return p + 1;
                }
                p = special(p, b);
                run = p - window.token();
            } else {
                p = scanner.plain(p, XmlCharacters.PLAIN_VALUE);
                checkLength(p, decoded.length() - begin + p - window.token() - run);
            }
            p = scanner.ahead(p, 1);
        }
    }

    private int special(int at, byte b) throws WireException {
        if (b == '&') {
            return scanner.reference(at, decoded);
        }
        if (b == '"' || b == '\'') {
            decoded.append(b);
            return at + 1;
        }
        if (!isSpace(b)) {
            throw b == '<' ? scanner.malformed(at, "< is not allowed in an attribute") : scanner.illegal(at, b);
        }
        // white space of any kind is a blank, and a line end is one
        decoded.append(' ');
        int p = b == '\r' ? scanner.ahead(at, 2) : at;
        return b == '\r' && window.bytes()[p + 1] == '\n' ? p + 2 : p + 1;
    }

    private void checkLength(int at, int length) throws WireException {
        if (length > limits.attributeLength()) {
            throw scanner.beyond(
                    at, "the attribute " + names[count - 1] + " is longer than " + limits.attributeLength() + " bytes");
        }
    }
}
