package org.telvirt.cimxml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cimxml.xml.CimError;
import org.telvirt.cimxml.xml.XmlInput;

/** The rules of DSP0200 §6 about the header fields of HTTP itself, in the order in which they are checked. */
final class HttpRules {
    private static final String DOCUMENT = "text/xml or application/xml in UTF-8";

    private HttpRules() {}

    /** Why it is no CIM operation request; null: it is one. */
    static @Nullable HttpRefusal ofRequest(HttpExchange exchange, Extension extension) {
        HttpRefusal refusal = method(exchange);
        refusal = refusal == null ? host(exchange) : refusal;
        return refusal == null ? operation(exchange, extension) : refusal;
    }

    private static @Nullable HttpRefusal method(HttpExchange exchange) {
        String method = exchange.method();
        if (method.equals("M-POST") && exchange.protocol().equals("HTTP/1.0")) {
            // without CIMError, so that the client tries again with POST
            return HttpRefusal.of(501, "M-POST needs HTTP/1.1; use POST");
        }
        if (!method.equals("POST") && !method.equals("M-POST")) {
            return new HttpRefusal(
                    405,
                    null,
                    "The method " + XmlInput.shown(method) + " is not for CIM-XML; use POST",
                    Map.of("Allow", "POST, M-POST"));
        }
        return null;
    }

    private static @Nullable HttpRefusal host(HttpExchange exchange) {
        return exchange.protocol().equals("HTTP/1.1")
                        && exchange.headers("Host").isEmpty()
                ? HttpRefusal.of(400, "The header field Host is missing, which HTTP/1.1 requires")
                : null;
    }

    private static @Nullable HttpRefusal operation(HttpExchange exchange, Extension extension) {
        List<String> operation = exchange.headers(extension.prefixed("CIMOperation"));
        if (operation.isEmpty()) {
            return HttpRefusal.of(
                    400,
                    exchange.headers(extension.prefixed("CIMExport")).isEmpty()
                            ? "This is no CIM operation request: the header field CIMOperation is missing; it must say"
                                    + " MethodCall"
                            : "This server sends indications but does not receive them");
        }
        String said = String.join(", ", operation);
        return said.strip().equalsIgnoreCase("MethodCall")
                ? null
                : HttpRefusal.of(
                        CimError.UNSUPPORTED_OPERATION,
                        "The header field CIMOperation says '" + XmlInput.shown(said) + "'; it must say MethodCall");
    }

    /** Why its body or the answer cannot be XML in UTF-8; null: they can. */
    static @Nullable HttpRefusal ofContent(HttpExchange exchange) {
        List<String> type = exchange.headers("Content-Type");
        if (type.size() != 1 || !MediaTypes.isXml(type.get(0))) {
            return HttpRefusal.of(
                    400,
                    type.isEmpty()
                            ? "The header field Content-Type is missing; it must say " + DOCUMENT
                            : "The header field Content-Type says '" + XmlInput.shown(String.join(", ", type))
                                    + "'; it must say " + DOCUMENT);
        }
        for (String encoding : exchange.headers("Content-Encoding")) {
            if (!encoding.strip().equalsIgnoreCase("identity")) {
                return HttpRefusal.of(406, "The body has a Content-Encoding; send it as it is");
            }
        }
        if (!MediaTypes.acceptXml(exchange.headers("Accept"))) {
            return HttpRefusal.of(406, "The header field Accept does not admit application/xml, which answers are");
        }
        if (!MediaTypes.acceptUtf8(exchange.headers("Accept-Charset"))) {
            return HttpRefusal.of(406, "The header field Accept-Charset does not admit UTF-8, which answers are in");
        }
        if (!exchange.headers("Accept-Range").isEmpty()
                || !exchange.headers("Accept-Ranges").isEmpty()) {
            return HttpRefusal.of(406, "The header field Accept-Ranges is not allowed; answers are always whole");
        }
        return null;
    }

    /** Whether the client takes trailer fields. */
    static boolean takesTrailers(HttpExchange exchange) {
        for (String field : exchange.headers("TE")) {
            for (String coding : field.split(",", -1)) {
                if (coding.strip().equalsIgnoreCase("trailers")) {
                    return true;
                }
            }
        }
        return false;
    }
}
