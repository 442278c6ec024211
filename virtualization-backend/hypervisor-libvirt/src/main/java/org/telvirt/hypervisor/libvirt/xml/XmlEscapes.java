package org.telvirt.hypervisor.libvirt.xml;

/** Characters ⇄ their references in XML 1.0. */
final class XmlEscapes {
    private XmlEscapes() {}

    /** Replaces the references; one that is unknown stays as it is. */
    static String decode(String raw) {
        int next = raw.indexOf('&');
        if (next < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        int done = 0;
        while (next >= 0) {
            int end = raw.indexOf(';', next);
            if (end < 0) {
                break;
            }
            out.append(raw, done, next).append(referred(raw.substring(next + 1, end)));
            done = end + 1;
            next = raw.indexOf('&', done);
        }
        return out.append(raw, done, raw.length()).toString();
    }

    private static String referred(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> name.startsWith("#") ? numbered(name) : "&" + name + ";";
        };
    }

    private static String numbered(String name) {
        try {
            int character = name.startsWith("#x")
                    ? Integer.parseInt(name.substring(2), 16)
                    : Integer.parseInt(name.substring(1));
            return Character.toString(character);
        } catch (IllegalArgumentException e) {
            return "&" + name + ";";
        }
    }

    /** Text between tags. */
    static String text(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** An attribute's value in the quotes that it is written in. */
    static String attribute(String value, char quote) {
        String escaped = text(value).replace("\n", "&#10;").replace("\t", "&#9;");
        return quote == '"' ? escaped.replace("\"", "&quot;") : escaped.replace("'", "&apos;");
    }
}
