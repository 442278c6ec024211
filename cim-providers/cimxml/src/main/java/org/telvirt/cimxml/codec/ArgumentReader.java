package org.telvirt.cimxml.codec;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/** Reads the arguments of operations and methods. */
public final class ArgumentReader {
    private ArgumentReader() {}

    /** Reads a PARAMVALUE. */
    public static CimArgument argument(XmlInput in) throws WireException {
        CimName name = in.name("NAME");
        CimDataType said = saidType(in);
        if (!in.nextChild()) {
            return new CimArgument(name, said, null);
        }
        boolean array = in.element().equals("VALUE.ARRAY") || in.element().equals("VALUE.REFARRAY");
        CimDataType type = said == null ? null : withShape(said, array);
        checkShape(in, type);
        CimValue value = value(in, type);
        in.end();
        return new CimArgument(name, type, value);
    }

    /** Reads a RETURNVALUE; null: NULL. */
    public static @Nullable CimValue returned(XmlInput in) throws WireException {
        CimDataType said = saidType(in);
        if (!in.nextChild()) {
            return null;
        }
        checkShape(in, said);
        CimValue value = value(in, said);
        in.end();
        return value;
    }

    private static CimDataType withShape(CimDataType said, boolean array) {
        return array ? CimDataType.arrayOf(said.type()).embedding(said.embedding()) : said;
    }

    /** The type in the PARAMTYPE attribute, which may also be instance or object; null: it is absent. */
    static @Nullable CimDataType saidType(XmlInput in) throws WireException {
        String text = in.attribute("PARAMTYPE");
        if (text != null && text.equals("instance")) {
            return CimDataType.of(CimType.STRING).embedding(Embedding.INSTANCE);
        }
        if (text != null && text.equals("object")) {
            return CimDataType.of(CimType.STRING).embedding(Embedding.OBJECT);
        }
        CimType type = TypeNames.optional(in, "PARAMTYPE");
        CimDataType said = TypeNames.embedding(in, CimDataType.of(type == null ? CimType.STRING : type));
        return type == null && !said.embeds() ? null : said;
    }

    // a reference cannot be written as text, nor a number as a path
    private static void checkShape(XmlInput in, @Nullable CimDataType type) throws WireException {
        boolean text = in.element().equals("VALUE") || in.element().equals("VALUE.ARRAY");
        boolean path = in.element().startsWith("VALUE.REF") || PathReader.isPath(in);
        boolean reference = type != null && type.type() == CimType.REFERENCE;
        if (type != null && (reference ? text : path)) {
            throw in.invalid("the element " + in.element() + " cannot hold a " + type.type() + " value");
        }
    }

    /** Reads the value that is the current element, whose type only the operation knows; null: NULL. */
    public static @Nullable CimValue untyped(XmlInput in) throws WireException {
        return value(in, null);
    }

    private static @Nullable CimValue value(XmlInput in, @Nullable CimDataType type) throws WireException {
        if (PathReader.isPath(in)) {
            CimObjectPath path = PathReader.read(in);
            return new CimValue.Reference(path);
        }
        return switch (in.element()) {
            case "INSTANCE", "CLASS" -> new CimValue.Embedded(ValueReader.object(in));
            case "VALUE.NAMEDINSTANCE" -> new CimValue.Embedded(InstanceReader.withPath(in));
            default -> ValueReader.read(in, type);
        };
    }
}
