package org.telvirt.cimxml.xml;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.telvirt.cim.CimName;

/** Opens XML documents, all with the same limits. Safe for use by many threads. */
public final class XmlSource {
    private static final int NAMES = 1024;

    private final XmlLimits limits;
    private final Symbols<XmlName> names = new Symbols<>(NAMES);
    private final Symbols<CimName> cimNames = new Symbols<>(NAMES);

    public XmlSource(XmlLimits limits) {
        this.limits = limits;
    }

    /** The CIM names that documents repeat. */
    Symbols<CimName> cimNames() {
        return cimNames;
    }

    /** Opens a message at its root element; whoever opened the stream closes it. */
    public XmlInput open(InputStream bytes) throws WireException {
        return open(new ByteWindow(bytes), 0);
    }

    /**
     * Opens an embedded object at its root element.
     *
     * @param level how many embedded objects it is inside of, itself included
     */
    public XmlInput open(String text, int level) throws WireException {
        if (level > limits.embedding()) {
            throw new WireException(
                    CimError.REQUEST_NOT_VALID,
                    "Embedded objects are nested deeper than the " + limits.embedding() + " levels allowed");
        }
        return open(new ByteWindow(text.getBytes(StandardCharsets.UTF_8)), level);
    }

    private XmlInput open(ByteWindow window, int level) throws WireException {
        return XmlInput.at(this, new XmlTokenizer(window, names, limits), level);
    }
}
