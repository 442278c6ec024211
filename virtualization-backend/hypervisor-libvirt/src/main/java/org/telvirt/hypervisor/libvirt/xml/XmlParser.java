package org.telvirt.hypervisor.libvirt.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;

/** Reads a document into nodes that keep every character of it. Used once. */
final class XmlParser {
    private static final int MAX_DEPTH = 200;

    private final String text;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final List<XmlRaw> before = new ArrayList<>();
    private final List<XmlRaw> after = new ArrayList<>();
    private @Nullable XmlElement root;
    private int at;

    XmlParser(String text) {
        this.text = text;
    }

    XmlDocument document() throws HypervisorException {
        while (at < text.length()) {
            if (text.charAt(at) != '<') {
                characters();
            } else if (text.startsWith("<!--", at)) {
                raw(XmlRaw.Kind.ASIDE, "-->");
            } else if (text.startsWith(XmlRaw.CDATA_START, at) && !open.isEmpty()) {
                raw(XmlRaw.Kind.CDATA, XmlRaw.CDATA_END);
            } else if (text.startsWith("<?", at)) {
                raw(XmlRaw.Kind.ASIDE, "?>");
            } else if (text.startsWith("</", at)) {
                endTag();
            } else {
                startTag();
            }
        }
        if (root == null || !open.isEmpty()) {
            throw wrong(
                    open.isEmpty() ? "there is no element" : "'" + open.peek().name() + "' is not closed");
        }
        return new XmlDocument(before, root, after);
    }

    private void characters() throws HypervisorException {
        int end = text.indexOf('<', at);
        XmlRaw characters = new XmlRaw(XmlRaw.Kind.TEXT, take(end < 0 ? text.length() : end));
        if (open.isEmpty() && !characters.isBlank()) {
            throw wrong("text outside the root element");
        }
        place(characters);
    }

    private void raw(XmlRaw.Kind kind, String terminator) throws HypervisorException {
        int end = text.indexOf(terminator, at);
        if (end < 0) {
            throw wrong("'" + terminator + "' is missing");
        }
        place(new XmlRaw(kind, take(end + terminator.length())));
    }

    private void place(XmlRaw node) {
        if (!open.isEmpty()) {
            open.getFirst().append(node);
        } else if (root == null) {
            before.add(node);
        } else {
            after.add(node);
        }
    }

    private void startTag() throws HypervisorException {
        at++;
        XmlElement element = XmlElement.of(name());
        if (open.size() >= MAX_DEPTH) {
            throw wrong("more than " + MAX_DEPTH + " elements inside one another");
        }
        String space = space();
        while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '/') {
            attribute(element, space);
            space = space();
        }
        boolean isEmpty = at < text.length() && text.charAt(at) == '/';
        expect(isEmpty ? "/>" : ">");
        element.startTag(space, isEmpty);
        if (!open.isEmpty()) {
            open.getFirst().append(element);
        } else if (root == null) {
            root = element;
        } else {
            throw wrong("a second root element '" + element.name() + "'");
        }
        if (!isEmpty) {
            open.push(element);
        }
    }

    private void attribute(XmlElement element, String space) throws HypervisorException {
        if (space.isEmpty()) {
            throw wrong("no space before an attribute of '" + element.name() + "'");
        }
        String name = name();
        int start = at;
        space();
        expect("=");
        space();
        String equals = text.substring(start, at);
        char quote = at < text.length() ? text.charAt(at) : '>';
        int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw wrong("the value of attribute '" + name + "' is not in quotes");
        }
        at++;
        if (element.get(name) != null) {
            throw wrong("attribute '" + name + "' stands twice");
        }
        element.append(new XmlAttribute(space, name, equals, quote, take(end)));
        at++;
    }

    private void endTag() throws HypervisorException {
        at += 2;
        String name = name();
        String tail = space();
        expect(">");
        XmlElement element = open.poll();
        if (element == null || !element.name().equals(name)) {
            throw wrong("'</" + name + ">' closes nothing");
        }
        element.endTag(tail);
    }

    private String name() throws HypervisorException {
        int end = at;
        while (end < text.length() && isNameCharacter(text.charAt(end))) {
            end++;
        }
        if (end == at || text.charAt(at) == '-' || Character.isDigit(text.charAt(at))) {
            throw wrong("a name is missing (a document type is not allowed)");
        }
        return take(end);
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.' || c == '\u00b7';
    }

    private String space() {
        int end = at;
        while (end < text.length() && " \t\r\n".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return take(end);
    }

    private void expect(String token) throws HypervisorException {
        if (!text.startsWith(token, at)) {
            throw wrong("'" + token + "' is missing");
        }
        at += token.length();
    }

    private String take(int end) {
        String taken = text.substring(at, end);
        at = end;
        return taken;
    }

    private HypervisorException wrong(String what) {
        long line = 1
                + text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new HypervisorException(
                Reason.INVALID_DEFINITION, "Cannot read the domain XML: line " + line + ": " + what);
    }
}
