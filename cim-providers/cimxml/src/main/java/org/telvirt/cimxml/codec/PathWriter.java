package org.telvirt.cimxml.codec;

import static org.telvirt.cimxml.xml.XmlOutput.ascii;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClassPath;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.XmlOutput;

/** Writes object paths. */
public final class PathWriter {
    private static final byte[] CLASS_NAME = ascii("<CLASSNAME NAME=\"");
    private static final byte[] EMPTY_END = ascii("\"/>");
    private static final byte[] INSTANCE_NAME = ascii("<INSTANCENAME CLASSNAME=\"");
    private static final byte[] INSTANCE_NAME_END = ascii("</INSTANCENAME>");
    private static final byte[] TAG_END = ascii("\">");
    private static final byte[] KEY = ascii("<KEYBINDING NAME=\"");
    private static final byte[] KEY_END = ascii("</KEYBINDING>");
    private static final byte[] KEY_VALUE_END = ascii("</KEYVALUE>");
    private static final byte[] UNTYPED_KEY = ascii("<KEYVALUE>");
    private static final Map<CimType, byte[]> TYPED_KEY = typedKeys();
    private static final byte[] REFERENCE = ascii("<VALUE.REFERENCE>");
    private static final byte[] REFERENCE_END = ascii("</VALUE.REFERENCE>");
    private static final byte[] NAMESPACES = ascii("<LOCALNAMESPACEPATH>");
    private static final byte[] NAMESPACE = ascii("<NAMESPACE NAME=\"");
    private static final byte[] NAMESPACES_END = ascii("</LOCALNAMESPACEPATH>");
    private static final byte[] HOST = ascii("<NAMESPACEPATH><HOST>");
    private static final byte[] HOST_END = ascii("</HOST>");
    private static final byte[] HOSTED_END = ascii("</NAMESPACEPATH>");

    private PathWriter() {}

    private static Map<CimType, byte[]> typedKeys() {
        Map<CimType, byte[]> tags = new EnumMap<>(CimType.class);
        for (CimType type : CimType.values()) {
            String kind =
                    type == CimType.BOOLEAN ? "boolean" : type.isInteger() || type.isReal() ? "numeric" : "string";
            tags.put(type, ascii("<KEYVALUE VALUETYPE=\"" + kind + "\" TYPE=\"" + type.wireName() + "\">"));
        }
        return tags;
    }

    /** Writes a CLASSNAME. */
    public static void className(XmlOutput out, CimName name) {
        out.raw(CLASS_NAME).attribute(name.toString()).raw(EMPTY_END);
    }

    /** Writes an INSTANCENAME. */
    public static void instanceName(XmlOutput out, CimInstancePath path) {
        out.raw(INSTANCE_NAME).attribute(path.className().toString()).raw(TAG_END);
        for (CimKey key : path.keys()) {
            boolean named = !key.name().equals(CimKey.UNNAMED);
            if (named) {
                out.raw(KEY).attribute(key.name().toString()).raw(TAG_END);
            }
            key(out, key.value());
            if (named) {
                out.raw(KEY_END);
            }
        }
        out.raw(INSTANCE_NAME_END);
    }

    private static void key(XmlOutput out, CimValue value) {
        if (value instanceof CimValue.Reference reference) {
            reference(out, reference.path());
            return;
        }
        CimType type = ValueWriter.scalarType(value);
        out.raw(type == null ? UNTYPED_KEY : TYPED_KEY.getOrDefault(type, UNTYPED_KEY));
        ValueWriter.text(out, value);
        out.raw(KEY_VALUE_END);
    }

    /** Writes a VALUE.REFERENCE. */
    static void reference(XmlOutput out, CimObjectPath path) {
        out.raw(REFERENCE);
        path(out, path);
        out.raw(REFERENCE_END);
    }

    /** Writes the path with as much of host and namespace as it has. */
    public static void path(XmlOutput out, CimObjectPath path) {
        CimNamespace namespace = path.namespace();
        if (namespace == null) {
            name(out, path);
        } else {
            located(out, path, path.host(), namespace);
        }
    }

    /** Writes an INSTANCEPATH or CLASSPATH; host and namespace stand in where the path has none. */
    public static void full(XmlOutput out, CimObjectPath path, String host, CimNamespace namespace) {
        String ownHost = path.host();
        CimNamespace ownNamespace = path.namespace();
        located(out, path, ownHost == null ? host : ownHost, ownNamespace == null ? namespace : ownNamespace);
    }

    private static void located(XmlOutput out, CimObjectPath path, @Nullable String host, CimNamespace namespace) {
        String tag = (host == null ? "LOCAL" : "") + (path instanceof CimClassPath ? "CLASSPATH>" : "INSTANCEPATH>");
        out.raw(ascii("<" + tag));
        if (host != null) {
            out.raw(HOST).text(host).raw(HOST_END);
        }
        namespace(out, namespace);
        if (host != null) {
            out.raw(HOSTED_END);
        }
        name(out, path);
        out.raw(ascii("</" + tag));
    }

    private static void name(XmlOutput out, CimObjectPath path) {
        if (path instanceof CimInstancePath instance) {
            instanceName(out, instance);
        } else {
            className(out, path.className());
        }
    }

    /** Writes a LOCALNAMESPACEPATH. */
    public static void namespace(XmlOutput out, CimNamespace namespace) {
        out.raw(NAMESPACES);
        for (String component : namespace.components()) {
            out.raw(NAMESPACE).attribute(component).raw(EMPTY_END);
        }
        out.raw(NAMESPACES_END);
    }
}
