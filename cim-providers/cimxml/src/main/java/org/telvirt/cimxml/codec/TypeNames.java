package org.telvirt.cimxml.codec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimType;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/** The type names of DSP0203 and the attribute that marks embedded objects. */
final class TypeNames {
    private static final Map<String, CimType> BY_NAME = byName();

    private TypeNames() {}

    private static Map<String, CimType> byName() {
        Map<String, CimType> names = new HashMap<>();
        for (CimType type : CimType.values()) {
            names.put(type.wireName(), type);
        }
        return Map.copyOf(names);
    }

    /** The type in an attribute; null: it is absent or empty. */
    static @Nullable CimType optional(XmlInput in, String attribute) throws WireException {
        String name = in.attribute(attribute);
        return name == null || name.isEmpty() ? null : type(in, name);
    }

    static CimType required(XmlInput in, String attribute) throws WireException {
        return type(in, in.required(attribute));
    }

    private static CimType type(XmlInput in, String name) throws WireException {
        CimType type = BY_NAME.get(name);
        type = type == null ? CimType.named(name) : type;
        if (type == null) {
            throw in.invalid("'" + XmlInput.shown(name) + "' is not a CIM type");
        }
        return type;
    }

    /** The required type of a property or parameter, with what its EmbeddedObject attribute says. */
    static CimDataType dataType(XmlInput in, boolean array) throws WireException {
        CimType type = required(in, "TYPE");
        return embedding(in, array ? CimDataType.arrayOf(type) : CimDataType.of(type));
    }

    /** The type, standing for an embedded object if the element has that attribute, in either spelling. */
    static CimDataType embedding(XmlInput in, CimDataType type) throws WireException {
        String mark = in.attribute("EmbeddedObject");
        mark = mark == null ? in.attribute("EMBEDDEDOBJECT") : mark;
        if (mark == null || mark.isEmpty()) {
            return type;
        }
        if (type.type() != CimType.STRING) {
            throw in.invalid("EmbeddedObject stands on a " + type + ", but embedded objects are strings");
        }
        return switch (mark) {
            case "instance" -> type.embedding(Embedding.INSTANCE);
            case "object" -> type.embedding(Embedding.OBJECT);
            default ->
                throw in.invalid("EmbeddedObject must be instance or object, not '" + XmlInput.shown(mark) + "'");
        };
    }
}
