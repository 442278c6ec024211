package org.telvirt.hypervisor.libvirt.xml;

/**
 * What stands between tags.
 *
 * @param raw with its markup and its references, as written
 */
record XmlRaw(Kind kind, String raw) implements XmlNode {
    enum Kind {
        TEXT,
        CDATA,
        /** A comment, a processing instruction, the XML declaration. */
        ASIDE
    }

    static final String CDATA_START = "<![CDATA[";
    static final String CDATA_END = "]]>";

    /** The characters that it means. */
    String text() {
        return switch (kind) {
            case TEXT -> XmlEscapes.decode(raw);
            case CDATA -> raw.substring(CDATA_START.length(), raw.length() - CDATA_END.length());
            case ASIDE -> "";
        };
    }

    boolean isBlank() {
        return kind == Kind.TEXT && raw.isBlank();
    }

    @Override
    public void writeTo(StringBuilder out) {
        out.append(raw);
    }
}
