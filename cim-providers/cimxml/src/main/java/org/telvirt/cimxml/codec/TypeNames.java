package org.telvirt.cimxml.codec;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimType;
import org.telvirt.cimxml.xml.Symbols;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/** The type names of DSP0203 and the attribute that marks embedded objects. */
final class TypeNames {
    private static final Symbols<CimType> BY_NAME = byName();

    private TypeNames() {}

    private static Symbols<CimType> byName() {
        Symbols<CimType> names = new Symbols<>(64);
        for (CimType type : CimType.values()) {
            names.put(type.wireName(), type);
        }
        return names;
    }

    /** The type in an attribute; null: it is absent or empty. */
    static @Nullable CimType optional(XmlInput in, String attribute) throws WireException {
        String name = in.attribute(attribute);
        return name == null || name.isEmpty() ? null : required(in, attribute);
    }

    static CimType required(XmlInput in, String attribute) throws WireException {
        CimType type = in.symbol(attribute, BY_NAME);
        return type == null ? type(in, in.required(attribute)) : type;
    }

    private static CimType type(XmlInput in, String name) throws WireException {
        CimType type = CimType.named(name);
        if (type == null) {
            throw in.invalid("'" + XmlInput.shown(name) + "' is not a CIM type");
        }
        return type;
    }

    /** The required type of a property or parameter, with what its EmbeddedObject attribute says. */
    static CimDataType dataType(XmlInput in, boolean array) throws WireException {
        CimType type = required(in, "TYPE");
        CimDataType plain = array ? CimDataType.arrayOf(type) : CimDataType.of(type);
        // mostly there is only NAME besides TYPE
        return in.attributes() <= 2 ? plain : embedding(in, plain);
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
