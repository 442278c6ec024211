package org.telvirt.cimxml.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.osgi.InputFactoryProviderImpl;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/** Opens XML documents, all with the same limits. Safe for use by many threads. */
public final class XmlSource {
    private final XMLInputFactory factory;
    private final XmlLimits limits;

    public XmlSource(XmlLimits limits) {
        this.limits = limits;
        // the factory class itself carries an annotation that is not on the class path, which -Xlint reports
        this.factory = new InputFactoryProviderImpl().createInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // a DOCTYPE still arrives as an event, which XmlInput refuses
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // element and attribute names are compared with literals all the time
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, true);
        // lazy parsing reports errors unchecked
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.attributeLength());
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, limits.textLength());
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, limits.elements());
    }

    /** Opens a message at its root element; whoever opened the stream closes it. */
    public XmlInput open(InputStream bytes) throws WireException {
        // the JDK decodes faster than the XML library, and reports what is not UTF-8 as strictly
        Reader characters = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
        try {
            return XmlInput.at(this, (XMLStreamReader2) factory.createXMLStreamReader(characters), 0);
        } catch (XMLStreamException e) {
            throw XmlErrors.wireException(e);
        }
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
        try {
            return XmlInput.at(this, (XMLStreamReader2) factory.createXMLStreamReader(new StringReader(text)), level);
        } catch (XMLStreamException e) {
            throw XmlErrors.wireException(e);
        }
    }
}
