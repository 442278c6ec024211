package org.telvirt.cimxml;

import org.jspecify.annotations.Nullable;

/**
 * How the CIM header fields of an exchange are named: as they are, or with the prefix of the HTTP Extension Framework
 * that M-POST requires (RFC 2774, DSP0200 §6.2).
 *
 * @param namespace the two digits before each CIM header field; null: no extension, a plain POST
 */
record Extension(@Nullable String namespace) {
    private static final String URI = "http://www.dmtf.org/cim/mapping/http/v1.0";

    /** A plain POST. */
    static final Extension NONE = new Extension(null);

    /** The extension that the Man header fields of an M-POST declare; null: none of them is ours. */
    static @Nullable Extension declaredBy(HttpExchange exchange) {
        for (String field : exchange.headers("Man")) {
            for (String declaration : field.split(",", -1)) {
                String[] parts = declaration.strip().split(";", -1);
                if (unquoted(parts[0]).equalsIgnoreCase(URI)) {
                    return new Extension(prefix(parts));
                }
            }
        }
        return null;
    }

    private static @Nullable String prefix(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.regionMatches(true, 0, "ns=", 0, 3)) {
                String digits = unquoted(parameter.substring(3));
                if (digits.matches("\\d{1,9}")) {
                    return digits;
                }
            }
        }
        return null;
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1).strip()
                : bare;
    }

    /** The name of a CIM header field in this exchange. */
    String prefixed(String name) {
        return namespace == null ? name : namespace + "-" + name;
    }

    /** Says in the answer that the extension was understood. */
    void announce(HttpExchange exchange) {
        if (namespace != null) {
            exchange.header("Ext", "");
            exchange.header("Cache-Control", "no-cache");
            exchange.header("Man", URI + "; ns=" + namespace);
        }
    }
}
