package org.telvirt.cimxml.xml;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;

/**
 * A document that is read from its root element on. Whoever reads an element finds the reader at its start and leaves
 * it at its end, having called {@link #nextChild} until there was none.
 *
 * <p>A failure of the connection is thrown as {@link java.io.UncheckedIOException}.
 */
public final class XmlInput {
    /** Makes something of a text without its being made a string first. */
    @FunctionalInterface
    public interface TextDecoder {
        /** Takes the UTF-8 text between two places. */
        void decode(byte[] bytes, int from, int to);
    }

    private static final int SHOWN = 40;

    private final XmlSource source;
    private final XmlTokenizer tokens;
    private final int level;
    private @Nullable CimException failure;
    private boolean broken;

    private XmlInput(XmlSource source, XmlTokenizer tokens, int level) {
        this.source = source;
        this.tokens = tokens;
        this.level = level;
    }

    static XmlInput at(XmlSource source, XmlTokenizer tokens, int level) throws WireException {
        XmlInput input = new XmlInput(source, tokens, level);
        String encoding = tokens.encoding();
        if (level == 0 && encoding != null && !isUtf8(encoding)) {
            throw input.invalid("the encoding is " + shown(encoding) + ", but only UTF-8 is allowed");
        }
        input.nextChild();
        return input;
    }

    private static boolean isUtf8(String encoding) {
        String name = encoding.toUpperCase(Locale.ROOT);
        return name.equals("UTF-8") || name.equals("UTF8") || name.endsWith("ASCII");
    }

    /** Moves to the next element inside the current one; false: there is none and this is the end of the current one. */
    public boolean nextChild() throws WireException {
        while (true) {
            int token = next();
            if (token != XmlTokenizer.TEXT) {
                return token == XmlTokenizer.START;
            }
            if (!tokens.text().isBlank()) {
                throw invalid(
                        "text is not allowed here: '" + shown(tokens.text().toString()) + "'");
            }
        }
    }

    private int next() throws WireException {
        // what the tokenizer cannot read it cannot go on with either
        broken = true;
        int token = tokens.next();
        broken = false;
        return token;
    }

    /**
     * Reads on to the end of a document that is not valid, because one that is not even XML must be refused as such.
     *
     * @return the error to answer with
     */
    public WireException settle(WireException invalid) {
        if (broken || invalid.error() != CimError.REQUEST_NOT_VALID) {
            return invalid;
        }
        try {
            endDocument();
            return invalid;
        } catch (WireException e) {
            return e.error() == CimError.REQUEST_NOT_WELL_FORMED ? e : invalid;
        }
    }

    /** Moves to the next element inside the current one, which must be there. */
    public void child(String expected) throws WireException {
        if (!nextChild()) {
            // by now that is the element that has ended, and not the one before the missing one
            throw invalid(element() + " must contain " + expected);
        }
    }

    /** Ends the current element, which must not contain another. */
    public void end() throws WireException {
        if (nextChild()) {
            throw unexpected();
        }
    }

    /** Ends the current element, whatever it contains. */
    public void skip() throws WireException {
        int open = 1;
        while (open > 0) {
            int token = next();
            if (token == XmlTokenizer.START) {
                open++;
            } else if (token == XmlTokenizer.END) {
                open--;
            }
        }
    }

    /** Ends the document; nothing may follow its root element. */
    public void endDocument() throws WireException {
        while (next() != XmlTokenizer.DONE) {
            // comments and white space
        }
    }

    /** The text of the current element, which must not contain another. */
    public String text() throws WireException {
        String text = textOrChild();
        if (text == null) {
            throw unexpected();
        }
        return text;
    }

    /** The text of the current element; null: it contains an element and no text before it, and that is now current. */
    public @Nullable String textOrChild() throws WireException {
        int token = next();
        if (token == XmlTokenizer.END) {
            return "";
        } else if (token == XmlTokenizer.START) {
            return null;
        }
        String text = tokens.text().toString();
        if (next() == XmlTokenizer.END) {
            return text;
        }
        if (!text.isBlank()) {
            throw invalid("text and elements are mixed: '" + shown(text.strip()) + "'");
        }
        return null;
    }

    /** Gives the text of the current element, which must not contain another, to a decoder. */
    public void decode(TextDecoder decoder) throws WireException {
        int token = next();
        if (token == XmlTokenizer.TEXT) {
            XmlText text = tokens.text();
            decoder.decode(text.bytes(), text.start(), text.start() + text.length());
            token = next();
        } else {
            decoder.decode(new byte[0], 0, 0);
        }
        if (token != XmlTokenizer.END) {
            throw unexpected();
        }
    }

    /** The name of the current element. */
    public String element() {
        return tokens.element();
    }

    /** How many attributes the current element has. */
    public int attributes() {
        return tokens.attributes().count();
    }

    /** An attribute of the current element; null: it has none of that name. */
    public @Nullable String attribute(String name) {
        int index = tokens.attributes().index(name);
        return index < 0 ? null : tokens.attributes().text(index);
    }

    /** An attribute that the current element must have. */
    public String required(String name) throws WireException {
        return tokens.attributes().text(requiredIndex(name));
    }

    private int requiredIndex(String name) throws WireException {
        int index = tokens.attributes().index(name);
        if (index < 0) {
            throw invalid(element() + " must have the attribute " + name);
        }
        return index;
    }

    /** What a required attribute stands for; null: its value is not among the symbols. */
    public <T> @Nullable T symbol(String name, Symbols<T> symbols) throws WireException {
        return tokens.attributes().find(requiredIndex(name), symbols);
    }

    /** A required attribute that is a CIM name. */
    public CimName name(String attribute) throws WireException {
        return nameAt(requiredIndex(attribute));
    }

    /** An attribute that is a CIM name; null: it is absent or empty. */
    public @Nullable CimName optionalName(String attribute) throws WireException {
        int index = tokens.attributes().index(attribute);
        return index < 0 || tokens.attributes().isEmpty(index) ? null : nameAt(index);
    }

    private CimName nameAt(int index) throws WireException {
        CimName known = tokens.attributes().find(index, source.cimNames());
        if (known != null) {
            return known;
        }
        String text = tokens.attributes().text(index);
        if (!CimName.isValid(text)) {
            throw invalid("'" + shown(text) + "' is not a CIM name");
        }
        CimName name = CimName.of(text);
        source.cimNames().put(text, name);
        return name;
    }

    /** An attribute that is {@code true} or {@code false}. */
    public boolean flag(String attribute, boolean otherwise) throws WireException {
        String value = attribute(attribute);
        if (value == null) {
            return otherwise;
        }
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return value.equalsIgnoreCase("true");
        }
        throw invalid(attribute + " must be true or false, not '" + shown(value) + "'");
    }

    /** The error that the current element is not allowed where it is. */
    public WireException unexpected() {
        return invalid("the element " + element() + " is not allowed here");
    }

    /** The error that something at the current place is not valid. */
    public WireException invalid(String message) {
        return new WireException(CimError.REQUEST_NOT_VALID, tokens.where() + message);
    }

    /** A foreign text in a form that can be shown in a message: without its end if it is long. */
    public static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** Opens an embedded object whose text is a value of this document. */
    public XmlInput embedded(String text) throws WireException {
        return source.open(text, level + 1);
    }

    /** Notes that the message is valid but the operation in it cannot be performed; the first failure is kept. */
    public void fail(CimException exception) {
        if (failure == null) {
            failure = exception;
        }
    }

    /** The first failure since the last call; null: none. */
    public @Nullable CimException takeFailure() {
        CimException taken = failure;
        failure = null;
        return taken;
    }
}
