package org.telvirt.cimxml.xml;

import static org.telvirt.cimxml.xml.XmlCharacters.isSpace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML 1.0 that DSP0201 needs, in UTF-8 and without a document type, and refuses everything that is not well
 * formed. A limit that is passed is reported as soon as it is, and no part of a document costs more than in proportion to
 * its length.
 *
 * <p>Own code, because the libraries make a text of everything they read and know too few limits.
 */
final class XmlTokenizer {
    /** The begin of an element. */
    static final int START = 1;

    /** The end of an element. */
    static final int END = 2;

    /** The text between two tags, without what comments and instructions are between. */
    static final int TEXT = 3;

    /** The end of the document. */
    static final int DONE = 4;

    private static final int USUAL_DEPTH = 16;
    private static final int BYTE_ORDER_MARK = 3;
    private static final Pattern DECLARATION =
            Pattern.compile("\\s+version\\s*=\\s*([\"'])1\\.[01]\\1(\\s+encoding\\s*=\\s*([\"'])([A-Za-z][\\w.-]*)\\3)?"
                    + "(\\s+standalone\\s*=\\s*([\"'])(yes|no)\\6)?\\s*");

    private static final Set<String> DECLARATIONS_OF_UTF8 = Set.of(
            " version=\"1.0\" encoding=\"utf-8\" ",
            " version=\"1.0\" encoding=\"utf-8\"",
            " version=\"1.0\" encoding=\"UTF-8\" ",
            " version=\"1.0\" encoding=\"UTF-8\"");

    private final ByteWindow window;
    private final XmlScanner scanner;
    private final XmlAttributes attributes;
    private final XmlText text;
    private final XmlLimits limits;
    private XmlName[] open = new XmlName[USUAL_DEPTH];
    private int depth;
    private long elements;
    private boolean empty;
    private int at;
    private XmlName element;
    private @Nullable String encoding;

    /** Begins a document. */
    XmlTokenizer(ByteWindow window, Symbols<XmlName> names, XmlLimits limits) throws WireException {
        this.window = window;
        this.limits = limits;
        this.scanner = new XmlScanner(window, names, limits.attributeLength());
        this.attributes = new XmlAttributes(window, scanner, limits);
        this.text = new XmlText(window, scanner, limits.textLength());
        this.element = scanner.name();
        prolog();
    }

    private void prolog() throws WireException {
        if (has(BYTE_ORDER_MARK) && window.bytes()[0] == (byte) 0xEF) {
            // one character, and it must be the mark
            at = scanner.character(0);
            if (window.bytes()[1] != (byte) 0xBB || window.bytes()[2] != (byte) 0xBF) {
                throw scanner.malformed(0, "unexpected text before the root element");
            }
            window.token(at);
        }
        if (has("<?xml ".length()) && scanner.is(at, "<?xml") && isSpace(window.bytes()[at + "<?xml".length()])) {
            declaration();
        }
    }

    private boolean has(int count) {
        while (window.limit() - at < count) {
            at = window.more(at);
            if (window.isEnded()) {
                return false;
            }
        }
        return true;
    }

    private void declaration() throws WireException {
        int start = at + "<?xml".length();
        int p = start;
        while (!scanner.is(p, "?>")) {
            p = scanner.ahead(p + 1, 2);
            if (p - start > limits.attributeLength()) {
                throw scanner.malformed(p, "the XML declaration does not end");
            }
        }
        start = window.token() + "<?xml".length();
        encoding = encoding(new String(window.bytes(), start, p - start, StandardCharsets.ISO_8859_1), p);
        at = p + 2;
    }

    private @Nullable String encoding(String declaration, int end) throws WireException {
        // nearly every document has one of these, and a pattern costs as much as the rest of a small document
        if (DECLARATIONS_OF_UTF8.contains(declaration)) {
            return "utf-8";
        }
        Matcher found = DECLARATION.matcher(declaration);
        if (!found.matches()) {
            throw scanner.malformed(end, "the XML declaration is not one of XML 1");
        }
        return found.group(4);
    }

    /** The encoding that the document says it has; null: none. */
    @Nullable
    String encoding() {
        return encoding;
    }

    /** The element whose begin or end was last. */
    String element() {
        return element.toString();
    }

    /** The attributes, after the begin of an element. */
    XmlAttributes attributes() {
        return attributes;
    }

    /** The text, after it came. */
    XmlText text() {
        return text;
    }

    /** Where the reader is, for people. */
    String where() {
        return window.where(at);
    }

    /** Moves on; one of the constants. */
    int next() throws WireException {
        window.token(at);
        if (empty) {
            empty = false;
            return end();
        }
        if (depth == 0) {
            return outside();
        }
        if (at == window.limit()) {
            at = scanner.need(at);
        }
        if (window.bytes()[at] == '<') {
            at = scanner.ahead(at, 2);
            byte next = window.bytes()[at + 1];
            if (next == '/') {
                return endTag();
            } else if (next != '!' && next != '?') {
                return startTag();
            }
        }
        at = text.read(at);
        return TEXT;
    }

    private int outside() throws WireException {
        while (true) {
            if (!has(1)) {
                if (elements == 0) {
                    throw scanner.malformed(at, "unexpected end of the document: it has no root element");
                }
                return DONE;
            }
            byte b = window.bytes()[at];
            if (isSpace(b)) {
                at++;
            } else if (b == '<') {
                at = scanner.ahead(at, 2);
                byte next = window.bytes()[at + 1];
                if (next != '!' && next != '?') {
                    return root();
                }
                at = next == '?' ? scanner.instruction(at + 2) : declared();
            } else {
                throw scanner.malformed(b < 0 ? scanner.character(at) : at, "unexpected text outside the root element");
            }
            window.token(at);
        }
    }

    private int root() throws WireException {
        if (elements > 0) {
            throw scanner.malformed(at, "a document must not have several roots");
        }
        return startTag();
    }

    private int declared() throws WireException {
        at = scanner.ahead(at, 4);
        if (scanner.is(at, "<!--")) {
            return scanner.comment(at + 4);
        }
        at = scanner.ahead(at, "<!DOCTYPE".length());
        if (elements == 0 && scanner.is(at, "<!DOCTYPE")) {
            throw scanner.beyond(at, "a DOCTYPE is not allowed");
        }
        throw scanner.malformed(at, "a declaration is not allowed here");
    }

    private int startTag() throws WireException {
        int p = scanner.name(at + 1);
        element = scanner.name();
        attributes.clear();
        while (true) {
            byte b = window.bytes()[p];
            if (b == '>') {
                at = p + 1;
                break;
            }
            int behind = p - window.token();
            p = scanner.spaces(p);
            b = window.bytes()[p];
            if (b == '/') {
                p = scanner.ahead(p, 2);
                if (window.bytes()[p + 1] != '>') {
                    throw scanner.malformed(p, "> is missing behind / in a tag");
                }
                empty = true;
                at = p + 2;
                break;
            }
            if (b != '>') {
                if (p - window.token() == behind) {
                    throw scanner.malformed(p, "white space is missing in a tag");
                }
                p = scanner.ahead(attributes.read(p), 1);
            }
        }
        return opened();
    }

    private int opened() throws WireException {
        if (++elements > limits.elements()) {
            throw scanner.beyond(at, "the document has more than " + limits.elements() + " elements");
        }
        if (depth == limits.depth()) {
            throw scanner.beyond(at, "elements are nested deeper than the " + depth + " levels allowed");
        }
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = element;
        return START;
    }

    private int endTag() throws WireException {
        XmlName expected = open[depth - 1];
        int length = expected.length();
        int p = scanner.ahead(at, length + 3);
        if (!expected.isAt(window.bytes(), p + 2)) {
            throw scanner.malformed(p, "the end of the element " + expected + " is missing");
        }
        p += 2 + length;
        p = window.bytes()[p] == '>' ? p : scanner.spaces(p);
        if (window.bytes()[p] != '>') {
            throw scanner.malformed(p, "the end of the element " + expected + " is missing");
        }
        at = p + 1;
        return end();
    }

    private int end() {
        element = open[--depth];
        return END;
    }
}
