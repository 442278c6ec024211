package org.telvirt.cimxml;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cimxml.message.Expectation;
import org.telvirt.cimxml.message.PercentEncoding;
import org.telvirt.cimxml.xml.CimError;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/**
 * The CIM header fields of a request, decoded, and the comparison with its message (DSP0200 §6.3).
 *
 * @param protocolVersion of CIMProtocolVersion; 1.0 if that is absent
 * @param method of CIMMethod; null: a batch, which must not have it
 * @param object of CIMObject; null: a batch
 */
record RequestHeaders(
        String protocolVersion,
        @Nullable String method,
        @Nullable ObjectHeader object) implements Expectation {

    /** The header fields of an exchange, checked as far as that is possible without the message. */
    static RequestHeaders of(HttpExchange exchange, Extension extension) throws WireException {
        List<String> batch = exchange.headers(extension.prefixed("CIMBatch"));
        List<String> method = exchange.headers(extension.prefixed("CIMMethod"));
        List<String> object = exchange.headers(extension.prefixed("CIMObject"));
        List<String> version = exchange.headers(extension.prefixed("CIMProtocolVersion"));
        if (version.size() > 1) {
            throw mismatch("The header field CIMProtocolVersion is given more than once");
        }
        String protocol = version.isEmpty() ? "1.0" : version.get(0).strip();
        if (batch.isEmpty()) {
            String name = PercentEncoding.decode(single("CIMMethod", method));
            String path = PercentEncoding.decode(single("CIMObject", object));
            if (name == null || path == null) {
                throw mismatch("The header field " + (name == null ? "CIMMethod" : "CIMObject")
                        + " has an escape that is not % and two hexadecimal digits of UTF-8");
            }
            return new RequestHeaders(protocol, name.strip(), new ObjectHeader(path));
        }
        if (!method.isEmpty() || !object.isEmpty()) {
            throw mismatch("A request with the header field CIMBatch must have neither CIMMethod nor CIMObject");
        }
        return new RequestHeaders(protocol, null, null);
    }

    private static String single(String name, List<String> values) throws WireException {
        if (values.isEmpty()) {
            throw mismatch("The header field " + name
                    + " is missing; a single request must have it, and a batch must have CIMBatch");
        }
        if (values.size() > 1 || values.get(0).isBlank()) {
            throw mismatch("The header field " + name + (values.size() > 1 ? " is given more than once" : " is empty"));
        }
        return values.get(0);
    }

    private static WireException mismatch(String reason) {
        return new WireException(CimError.HEADER_MISMATCH, reason);
    }

    private static WireException mismatch(String header, String said, String element, Object found) {
        return mismatch("The header field " + header + " says '" + XmlInput.shown(said) + "', but " + element
                + " in the message is '" + found + "'");
    }

    @Override
    public void protocolVersion(String version) throws WireException {
        if (!protocolVersion.equals(version)) {
            throw mismatch("CIMProtocolVersion", protocolVersion, "PROTOCOLVERSION", XmlInput.shown(version));
        }
    }

    @Override
    public void batch(boolean batch) throws WireException {
        if (batch != (method == null)) {
            throw mismatch(
                    batch
                            ? "The message is a MULTIREQ, but the header field CIMBatch is missing"
                            : "The header field CIMBatch is there, but the message is a SIMPLEREQ");
        }
    }

    @Override
    public void method(String name) throws WireException {
        if (method != null && !sameMethod(method.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
            throw mismatch("CIMMethod", method, "the NAME of the call", XmlInput.shown(name));
        }
    }

    // the SBLIM client calls SetQualifier "SetQualifierType" in the header, and its like
    private static boolean sameMethod(String said, String name) {
        return said.equals(name)
                || (name.endsWith("qualifier") && said.equals(name + "type"))
                || (name.equals("enumeratequalifiers") && said.equals("enumeratequalifiertypes"));
    }

    @Override
    public void namespace(CimNamespace namespace) throws WireException {
        if (object != null && !object.isNamespace(namespace)) {
            throw mismatch("CIMObject", object.text(), "the namespace", namespace);
        }
    }

    @Override
    public void target(CimNamespace namespace, CimObjectPath path) throws WireException {
        if (object != null && !object.isPath(namespace, path)) {
            throw mismatch("CIMObject", object.text(), "the target", path);
        }
    }
}
