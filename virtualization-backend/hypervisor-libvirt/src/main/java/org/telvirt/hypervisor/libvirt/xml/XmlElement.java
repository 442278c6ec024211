package org.telvirt.hypervisor.libvirt.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element that can be changed in place: what a change does not touch is written as it was read, with its quotes,
 * space, comments and references. Names are as written, prefix included.
 */
public final class XmlElement implements XmlNode {
    private static final String STEP = "  ";

    private final String name;
    private final List<XmlAttribute> attributes = new ArrayList<>(4);
    private final List<XmlNode> content = new ArrayList<>(4);
    private @Nullable XmlElement parent;
    private boolean empty = true; // written <a/>
    private String startTail = "";
    private String endTail = "";

    private XmlElement(String name) {
        this.name = name;
    }

    /** A new element without anything in it, outside any document. */
    public static XmlElement of(String name) {
        return new XmlElement(name);
    }

    public String name() {
        return name;
    }

    /** The value of an attribute; null: it has none of this name. */
    public @Nullable String get(String attribute) {
        int at = indexOf(attribute);
        return at < 0 ? null : attributes.get(at).value();
    }

    /** Gives an attribute this value; leaves it untouched if it has it. */
    public XmlElement set(String attribute, String value) {
        int at = indexOf(attribute);
        if (at < 0) {
            attributes.add(XmlAttribute.of(attribute, value));
        } else if (!attributes.get(at).value().equals(value)) {
            attributes.set(at, attributes.get(at).withValue(value));
        }
        return this;
    }

    /** Gives an attribute this value; null: takes it away. */
    public XmlElement put(String attribute, @Nullable String value) {
        if (value == null) {
            unset(attribute);
            return this;
        }
        return set(attribute, value);
    }

    /** Takes an attribute away. */
    public void unset(String attribute) {
        int at = indexOf(attribute);
        if (at >= 0) {
            attributes.remove(at);
        }
    }

    private int indexOf(String attribute) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name().equals(attribute)) {
                return i;
            }
        }
        return -1;
    }

    /** All its text, without that of its children. */
    public String text() {
        if (content.size() == 1 && content.get(0) instanceof XmlRaw only) {
            return only.text();
        }
        StringBuilder out = new StringBuilder();
        for (XmlNode node : content) {
            if (node instanceof XmlRaw raw) {
                out.append(raw.text());
            }
        }
        return out.toString();
    }

    /** Gives it this text in place of what it has; keeps children, comments and the space around the old text. */
    public XmlElement text(String value) {
        String old = text();
        if (old.strip().equals(value)) {
            return this;
        }
        boolean isWritten = false;
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof XmlRaw raw && raw.kind() != XmlRaw.Kind.ASIDE && !raw.isBlank()) {
                content.set(i, new XmlRaw(XmlRaw.Kind.TEXT, isWritten ? "" : around(raw, value)));
                isWritten = true;
            }
        }
        if (!isWritten) {
            content.add(new XmlRaw(XmlRaw.Kind.TEXT, XmlEscapes.text(value)));
        }
        empty = false;
        return this;
    }

    private static String around(XmlRaw old, String value) {
        String text = old.text();
        int lead = text.length() - text.stripLeading().length();
        return text.substring(0, lead)
                + XmlEscapes.text(value)
                + text.substring(text.stripTrailing().length());
    }

    /** The first child of this name; null: there is none. */
    public @Nullable XmlElement child(String child) {
        for (XmlNode node : content) {
            if (node instanceof XmlElement element && element.name.equals(child)) {
                return element;
            }
        }
        return null;
    }

    /** The children of this name, in order. */
    public List<XmlElement> children(String child) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlNode node : content) {
            if (node instanceof XmlElement element && element.name.equals(child)) {
                found.add(element);
            }
        }
        return found;
    }

    /** All children, in order. */
    public List<XmlElement> children() {
        List<XmlElement> found = new ArrayList<>();
        for (XmlNode node : content) {
            if (node instanceof XmlElement element) {
                found.add(element);
            }
        }
        return found;
    }

    /** An attribute of the first child of this name; null: there is none. */
    public @Nullable String get(String child, String attribute) {
        XmlElement element = child(child);
        return element == null ? null : element.get(attribute);
    }

    /**
     * A number in an attribute of the first child of this name; null: there is none.
     *
     * @throws IllegalArgumentException it is no number
     */
    public @Nullable Integer number(String child, String attribute) {
        String value = get(child, attribute);
        return value == null ? null : Integer.valueOf(value);
    }

    /** The text of the first child of this name, without space around it; null: there is no such child. */
    public @Nullable String textOf(String child) {
        XmlElement element = child(child);
        return element == null ? null : element.text().strip();
    }

    /** The first child of this name; it is added after all others if there is none. */
    public XmlElement make(String child) {
        XmlElement element = child(child);
        if (element == null) {
            element = of(child);
            add(element);
        }
        return element;
    }

    /** Gives the first child of this name this text, and adds it if there is none; null: takes all of this name away. */
    public void write(String child, @Nullable String text) {
        if (text == null) {
            drop(child);
        } else {
            make(child).text(text);
        }
    }

    /** Sees to it that there is, or is not, a child of this name. */
    public void mark(String child, boolean isThere) {
        if (isThere) {
            make(child);
        } else {
            drop(child);
        }
    }

    /** Takes all children of this name away. */
    public void drop(String child) {
        children(child).forEach(this::remove);
    }

    /** Takes the first child of this name away if nothing is in it. */
    public void tidy(String child) {
        XmlElement element = child(child);
        if (element != null
                && element.attributes.isEmpty()
                && element.content.stream().allMatch(node -> node instanceof XmlRaw raw && raw.isBlank())) {
            remove(element);
        }
    }

    /** Adds a child after all others; returns this. */
    public XmlElement add(XmlElement child) {
        return add(child, lastElement());
    }

    /**
     * Adds a child, on a line of its own if the children here are.
     *
     * @param predecessor a child of this; null: before all others
     */
    public XmlElement add(XmlElement child, @Nullable XmlElement predecessor) {
        child.parent = this;
        String indent = childIndent();
        child.layOut(indent);
        int at = predecessor == null ? 0 : content.indexOf(predecessor) + 1;
        content.add(at, child);
        if (!indent.isEmpty()) {
            content.add(at, new XmlRaw(XmlRaw.Kind.TEXT, indent));
            if (at + 2 == content.size()) {
                content.add(new XmlRaw(XmlRaw.Kind.TEXT, ownIndent()));
            }
        }
        empty = false;
        return this;
    }

    /** Takes a child away, with the line that it stands on. */
    public void remove(XmlElement child) {
        int at = content.indexOf(child);
        content.remove(at);
        if (at > 0 && content.get(at - 1) instanceof XmlRaw raw && raw.isBlank()) {
            content.remove(at - 1);
        }
        child.parent = null;
    }

    private @Nullable XmlElement lastElement() {
        for (int i = content.size() - 1; i >= 0; i--) {
            if (content.get(i) instanceof XmlElement element) {
                return element;
            }
        }
        return null;
    }

    /** The line break and space before this element; empty: it does not stand on a line of its own. */
    private String ownIndent() {
        if (parent == null) {
            return "\n";
        }
        int at = parent.content.indexOf(this);
        if (at > 0 && parent.content.get(at - 1) instanceof XmlRaw raw && raw.isBlank()) {
            int line = raw.raw().lastIndexOf('\n');
            return line < 0 ? "" : raw.raw().substring(line);
        }
        return "";
    }

    private String childIndent() {
        for (XmlNode node : content) {
            if (node instanceof XmlElement element && element.parent == this) {
                return element.ownIndent();
            }
        }
        if (parent == null && content.isEmpty()) {
            return ""; // outside a document: laid out when it gets into one
        }
        String own = ownIndent();
        return own.isEmpty() ? "" : own + STEP;
    }

    /** Puts the children of a new element on lines of their own. */
    void layOut(String indent) {
        if (indent.isEmpty() || lastElement() == null || content.get(0) instanceof XmlRaw) {
            return;
        }
        List<XmlNode> children = List.copyOf(content);
        content.clear();
        for (XmlNode child : children) {
            content.add(new XmlRaw(XmlRaw.Kind.TEXT, indent + STEP));
            content.add(child);
            if (child instanceof XmlElement element) {
                element.layOut(indent + STEP);
            }
        }
        content.add(new XmlRaw(XmlRaw.Kind.TEXT, indent));
    }

    /** For the parser: an attribute as it was read. */
    void append(XmlAttribute attribute) {
        attributes.add(attribute);
    }

    /** For the parser: a piece of content as it was read. */
    void append(XmlNode node) {
        content.add(node);
        if (node instanceof XmlElement element) {
            element.parent = this;
        }
    }

    /** For the parser: what stands before the end of the start tag, and whether it is the end tag, too. */
    void startTag(String tail, boolean isEmpty) {
        startTail = tail;
        empty = isEmpty;
    }

    /** For the parser: what stands before the end of the end tag. */
    void endTag(String tail) {
        endTail = tail;
    }

    @Override
    public void writeTo(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach(attribute -> attribute.writeTo(out));
        out.append(startTail);
        if (empty) {
            out.append("/>");
            return;
        }
        out.append('>');
        content.forEach(node -> node.writeTo(out));
        out.append("</").append(name).append(endTail).append('>');
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        writeTo(out);
        return out.toString();
    }
}
