package org.telvirt.cimxml.xml;

import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.codehaus.stax2.typed.TypedXMLStreamException;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;

/**
 * A document that is read from its root element on. Whoever reads an element finds the reader at its start and leaves
 * it at its end, having called {@link #nextChild} until there was none.
 *
 * <p>A failure of the connection is thrown as {@link java.io.UncheckedIOException}.
 */
public final class XmlInput implements AutoCloseable {
    private static final int SHOWN = 40;
    private static final int NAMES = 256;

    private final XmlSource source;
    private final XMLStreamReader2 reader;
    private final int level;
    private final Symbols<CimName> names = new Symbols<>(NAMES);
    private final Symbols.Finder nameFinder = new Symbols.Finder(names);
    private @Nullable CimException failure;
    private boolean broken;

    private XmlInput(XmlSource source, XMLStreamReader2 reader, int level) {
        this.source = source;
        this.reader = reader;
        this.level = level;
    }

    static XmlInput at(XmlSource source, XMLStreamReader2 reader, int level) throws WireException {
        XmlInput input = new XmlInput(source, reader, level);
        String encoding = reader.getCharacterEncodingScheme();
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
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!reader.isWhiteSpace()) {
                        throw invalid("text is not allowed here: '" + shown(reader.getText()) + "'");
                    }
                }
                case XMLStreamConstants.DTD -> throw invalid("a DOCTYPE is not allowed");
                default -> {
                    // comments and processing instructions mean nothing
                }
            }
        }
    }

    private int next() throws WireException {
        try {
            return reader.next();
        } catch (XMLStreamException e) {
            broken = true;
            throw XmlErrors.wireException(e);
        }
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
        String parent = element();
        if (!nextChild()) {
            throw invalid(parent + " must contain " + expected);
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
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    /** Ends the document; nothing may follow its root element. */
    public void endDocument() throws WireException {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
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
        String first = null;
        StringBuilder all = null;
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (first == null) {
                        first = reader.getText();
                    } else {
                        // a comment has split the text
                        all = all == null ? new StringBuilder(first) : all;
                        all.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return all != null ? all.toString() : first != null ? first : "";
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (first != null
                            && !(first.isBlank()
                                    && (all == null || all.toString().isBlank()))) {
                        throw invalid("text and elements are mixed: '" + shown(first.strip()) + "'");
                    }
                    return null;
                }
                default -> {
                    // comments and processing instructions mean nothing
                }
            }
        }
    }

    /** Gives the text of the current element, without blanks around it, to a decoder that reports errors its own way. */
    public void decode(TypedValueDecoder decoder) throws WireException {
        try {
            reader.getElementAs(decoder);
        } catch (XMLStreamException e) {
            broken = !(e instanceof TypedXMLStreamException);
            throw XmlErrors.wireException(e);
        }
    }

    /** The name of the current element. */
    public String element() {
        return reader.getLocalName();
    }

    /** How many attributes the current element has. */
    public int attributes() {
        return reader.getAttributeCount();
    }

    private int index(String name) {
        int count = reader.getAttributeCount();
        for (int i = 0; i < count; i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** An attribute of the current element; null: it has none of that name. */
    public @Nullable String attribute(String name) {
        int index = index(name);
        return index < 0 ? null : reader.getAttributeValue(index);
    }

    /** An attribute that the current element must have. */
    public String required(String name) throws WireException {
        return reader.getAttributeValue(requiredIndex(name));
    }

    private int requiredIndex(String name) throws WireException {
        int index = index(name);
        if (index < 0) {
            throw invalid(element() + " must have the attribute " + name);
        }
        return index;
    }

    /** What a required attribute stands for; null: its value is not among the symbols. */
    public <T> @Nullable T symbol(String name, Symbols<T> symbols) throws WireException {
        return symbols.cast(find(requiredIndex(name), new Symbols.Finder(symbols)));
    }

    private @Nullable Object find(int index, Symbols.Finder finder) throws WireException {
        try {
            reader.getAttributeAs(index, finder);
            return finder.found();
        } catch (XMLStreamException e) {
            throw XmlErrors.wireException(e);
        }
    }

    /** A required attribute that is a CIM name. */
    public CimName name(String attribute) throws WireException {
        return nameAt(requiredIndex(attribute));
    }

    /** An attribute that is a CIM name; null: it is absent or empty. */
    public @Nullable CimName optionalName(String attribute) throws WireException {
        int index = index(attribute);
        return index < 0 || reader.getAttributeValue(index).isEmpty() ? null : nameAt(index);
    }

    private CimName nameAt(int index) throws WireException {
        if (find(index, nameFinder) instanceof CimName known) {
            return known;
        }
        String text = reader.getAttributeValue(index);
        if (!CimName.isValid(text)) {
            throw invalid("'" + shown(text) + "' is not a CIM name");
        }
        CimName name = CimName.of(text);
        names.put(text, name);
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
        return new WireException(CimError.REQUEST_NOT_VALID, XmlErrors.where(reader.getLocation()) + message);
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

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            // only releases buffers; the stream belongs to its opener
        }
    }
}
