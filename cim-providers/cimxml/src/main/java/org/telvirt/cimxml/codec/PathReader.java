package org.telvirt.cimxml.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/** Reads object paths. A path has the host and namespace that it was sent with, which for names is none. */
public final class PathReader {
    private PathReader() {}

    /** Whether the current element is a path that {@link #read} reads. */
    public static boolean isPath(XmlInput in) {
        return switch (in.element()) {
            case "CLASSNAME", "INSTANCENAME", "LOCALCLASSPATH", "LOCALINSTANCEPATH", "CLASSPATH", "INSTANCEPATH" ->
                true;
            default -> false;
        };
    }

    /** Reads the path that is the current element. */
    public static CimObjectPath read(XmlInput in) throws WireException {
        return switch (in.element()) {
            case "CLASSNAME" -> className(in);
            case "INSTANCENAME" -> instanceName(in);
            case "LOCALCLASSPATH", "LOCALINSTANCEPATH", "CLASSPATH", "INSTANCEPATH" -> located(in);
            default -> throw in.unexpected();
        };
    }

    private static CimObjectPath located(XmlInput in) throws WireException {
        boolean local = in.element().startsWith("LOCAL");
        boolean instance = in.element().endsWith("INSTANCEPATH");
        in.child(local ? "LOCALNAMESPACEPATH" : "NAMESPACEPATH");
        String host = local ? null : host(in);
        CimNamespace namespace = local ? localNamespace(in) : namespace(in);
        in.child(instance ? "INSTANCENAME" : "CLASSNAME");
        CimObjectPath path;
        if (instance) {
            CimInstancePath name = instanceName(in);
            path = new CimInstancePath(host, namespace, name.className(), name.keys());
        } else {
            path = new CimClassPath(host, namespace, className(in).className());
        }
        in.end();
        return path;
    }

    private static String host(XmlInput in) throws WireException {
        require(in, "NAMESPACEPATH");
        in.child("HOST");
        require(in, "HOST");
        return in.text().strip();
    }

    private static CimNamespace namespace(XmlInput in) throws WireException {
        in.child("LOCALNAMESPACEPATH");
        CimNamespace namespace = localNamespace(in);
        in.end();
        return namespace;
    }

    /** Reads a LOCALNAMESPACEPATH. */
    public static CimNamespace localNamespace(XmlInput in) throws WireException {
        require(in, "LOCALNAMESPACEPATH");
        StringBuilder name = new StringBuilder();
        while (in.nextChild()) {
            require(in, "NAMESPACE");
            String component = in.required("NAME");
            if (component.isEmpty()) {
                throw in.invalid("NAME of a NAMESPACE must not be empty");
            }
            name.append(name.isEmpty() ? "" : "/").append(component);
            in.end();
        }
        try {
            return CimNamespace.of(name.toString());
        } catch (IllegalArgumentException e) {
            throw in.invalid("'" + XmlInput.shown(name.toString()) + "' is not a namespace name");
        }
    }

    private static CimClassPath className(XmlInput in) throws WireException {
        require(in, "CLASSNAME");
        CimName name = in.name("NAME");
        in.end();
        return new CimClassPath(null, null, name);
    }

    /** Reads an INSTANCENAME. */
    public static CimInstancePath instanceName(XmlInput in) throws WireException {
        require(in, "INSTANCENAME");
        CimName className = in.name("CLASSNAME");
        if (!in.nextChild()) {
            return new CimInstancePath(null, null, className, List.of());
        }
        if (!in.element().equals("KEYBINDING")) {
            CimValue value = key(in);
            in.end();
            return new CimInstancePath(null, null, className, List.of(new CimKey(CimKey.UNNAMED, value)));
        }
        return new CimInstancePath(null, null, className, keyBindings(in));
    }

    private static List<CimKey> keyBindings(XmlInput in) throws WireException {
        List<CimKey> keys = new ArrayList<>(4);
        DistinctNames seen = new DistinctNames();
        do {
            require(in, "KEYBINDING");
            CimName name = in.name("NAME");
            if (!seen.add(name)) {
                throw in.invalid("the key " + name + " is given twice");
            }
            in.child("KEYVALUE or VALUE.REFERENCE");
            keys.add(new CimKey(name, key(in)));
            in.end();
        } while (in.nextChild());
        return keys;
    }

    private static CimValue key(XmlInput in) throws WireException {
        return in.element().equals("VALUE.REFERENCE") ? reference(in) : keyValue(in);
    }

    private static CimValue keyValue(XmlInput in) throws WireException {
        require(in, "KEYVALUE");
        String kind = in.attribute("VALUETYPE");
        if (kind != null && !kind.equals("string") && !kind.equals("numeric") && !kind.equals("boolean")) {
            throw in.invalid("VALUETYPE must be string, numeric or boolean, not '" + XmlInput.shown(kind) + "'");
        }
        CimType type = TypeNames.optional(in, "TYPE");
        String text = in.text();
        return typed(in, type, text);
    }

    private static CimValue typed(XmlInput in, @Nullable CimType type, String text) throws WireException {
        // VALUETYPE alone says too little and is often wrong; the class of the path knows better
        if (type == null) {
            return new CimValue.Lexical(text);
        }
        CimValue value = CimLexical.read(type, text);
        if (value == null) {
            throw in.invalid("'" + XmlInput.shown(text) + "' is not a " + type + " value");
        }
        return value;
    }

    /** Reads a VALUE.REFERENCE. */
    public static CimValue.Reference reference(XmlInput in) throws WireException {
        require(in, "VALUE.REFERENCE");
        in.child("a path");
        CimObjectPath path = read(in);
        in.end();
        return new CimValue.Reference(path);
    }

    private static void require(XmlInput in, String element) throws WireException {
        if (!in.element().equals(element)) {
            throw in.invalid("the element " + in.element() + " stands where " + element + " must be");
        }
    }
}
