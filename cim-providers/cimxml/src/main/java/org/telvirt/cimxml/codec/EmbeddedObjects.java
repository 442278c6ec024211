package org.telvirt.cimxml.codec;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimObject;
import org.telvirt.cim.operation.EmbeddedObjectReader;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;
import org.telvirt.cimxml.xml.XmlLimits;
import org.telvirt.cimxml.xml.XmlSource;

/** Reads embedded objects from CIM-XML text: an INSTANCE or a CLASS element. Safe for use by many threads. */
public final class EmbeddedObjects implements EmbeddedObjectReader {
    private final XmlSource source;

    public EmbeddedObjects(XmlLimits limits) {
        this.source = new XmlSource(limits);
    }

    @Override
    public @Nullable CimObject read(String text) throws CimException {
        String bare = text.strip();
        if (!bare.startsWith("<")) {
            return null;
        }
        try {
            return object(source.open(bare, 1));
        } catch (WireException e) {
            throw notReadable(e);
        }
    }

    /** Reads an object that is embedded in a value of a document. */
    static CimObject read(XmlInput outer, String text) throws CimException {
        try {
            return object(outer.embedded(text.strip()));
        } catch (WireException e) {
            throw notReadable(e);
        }
    }

    private static CimObject object(XmlInput in) throws WireException, CimException {
        CimObject object = ValueReader.object(in);
        in.endDocument();
        CimException failure = in.takeFailure();
        if (failure != null) {
            throw failure;
        }
        return object;
    }

    private static CimException notReadable(WireException e) {
        return CimException.invalidParameter("Cannot read an embedded object: " + e.getMessage()
                + " (of the embedded text); it must be one INSTANCE or CLASS element of CIM-XML");
    }
}
