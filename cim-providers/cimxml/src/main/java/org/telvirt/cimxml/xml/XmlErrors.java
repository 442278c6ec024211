package org.telvirt.cimxml.xml;

import com.ctc.wstx.exc.WstxIOException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.typed.TypedXMLStreamException;
import org.jspecify.annotations.Nullable;

/** What the XML library reports, in the words of DSP0200. */
final class XmlErrors {
    private XmlErrors() {}

    /**
     * The error to answer with.
     *
     * @throws UncheckedIOException if it was the connection that failed rather than the message
     */
    static WireException wireException(XMLStreamException e) {
        if (e instanceof WstxIOException && e.getCause() instanceof IOException cause) {
            if (cause instanceof CharacterCodingException) {
                return new WireException(CimError.REQUEST_NOT_VALID, "The body is not UTF-8");
            }
            throw new UncheckedIOException(cause);
        }
        // limits are the only errors without a subclass of their own, and the other is about elements in a value
        boolean valid = e.getClass() == XMLStreamException.class || e instanceof TypedXMLStreamException;
        return new WireException(
                valid ? CimError.REQUEST_NOT_VALID : CimError.REQUEST_NOT_WELL_FORMED,
                where(e.getLocation()) + firstLine(e.getMessage()));
    }

    static String where(@Nullable Location location) {
        return location == null || location.getLineNumber() < 0
                ? ""
                : "Line " + location.getLineNumber() + ", column " + location.getColumnNumber() + ": ";
    }

    private static String firstLine(@Nullable String message) {
        if (message == null) {
            return "not well formed";
        }
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
