package org.telvirt.hypervisor.libvirt.xml;

import java.util.List;
import org.telvirt.hypervisor.HypervisorException;

/** A document that is written exactly as it was read, but for what was changed below its root. */
public final class XmlDocument {
    private final List<XmlRaw> before;
    private final XmlElement root;
    private final List<XmlRaw> after;

    XmlDocument(List<XmlRaw> before, XmlElement root, List<XmlRaw> after) {
        this.before = before;
        this.root = root;
        this.after = after;
    }

    /** A new document, laid out with one element on a line. */
    public static XmlDocument of(XmlElement root) {
        root.layOut("\n");
        return new XmlDocument(List.of(), root, List.of(new XmlRaw(XmlRaw.Kind.TEXT, "\n")));
    }

    /**
     * Reads a document.
     *
     * @throws HypervisorException INVALID_DEFINITION: it is not well-formed, too deep, or has a document type
     */
    public static XmlDocument parse(String text) throws HypervisorException {
        return new XmlParser(text).document();
    }

    public XmlElement root() {
        return root;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        before.forEach(node -> node.writeTo(out));
        root.writeTo(out);
        after.forEach(node -> node.writeTo(out));
        return out.toString();
    }
}
