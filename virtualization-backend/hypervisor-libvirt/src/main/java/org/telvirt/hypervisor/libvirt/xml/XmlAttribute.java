package org.telvirt.hypervisor.libvirt.xml;

/**
 * An attribute as written.
 *
 * @param space what stands before it
 * @param equals the equals sign with the space around it
 * @param raw the value with its references
 */
record XmlAttribute(String space, String name, String equals, char quote, String raw) {
    static XmlAttribute of(String name, String value) {
        return new XmlAttribute(" ", name, "=", '\'', XmlEscapes.attribute(value, '\''));
    }

    String value() {
        return XmlEscapes.decode(raw);
    }

    XmlAttribute withValue(String value) {
        return new XmlAttribute(space, name, equals, quote, XmlEscapes.attribute(value, quote));
    }

    void writeTo(StringBuilder out) {
        out.append(space).append(name).append(equals).append(quote).append(raw).append(quote);
    }
}
