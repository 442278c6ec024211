package org.telvirt.cimxml.codec;

import static org.telvirt.cimxml.xml.XmlOutput.ascii;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cimxml.xml.XmlOutput;

/** Writes the arguments of methods, always with their type, which DSP0201 wants and strict clients need. */
public final class ArgumentWriter {
    private static final byte[] CLOSE = ascii(">");

    private ArgumentWriter() {}

    /** Writes a PARAMVALUE. */
    public static void argument(XmlOutput out, CimArgument argument) {
        CimValue value = argument.value();
        out.raw(ascii("<PARAMVALUE NAME=\""))
                .attribute(argument.name().toString())
                .raw(ascii("\""));
        type(out, argument.type(), value);
        out.raw(CLOSE);
        if (value != null) {
            ValueWriter.value(out, value);
        }
        out.raw(ascii("</PARAMVALUE>"));
    }

    /** Writes a RETURNVALUE. */
    public static void returned(XmlOutput out, CimValue value) {
        out.raw(ascii("<RETURNVALUE"));
        type(out, null, value);
        out.raw(CLOSE);
        ValueWriter.value(out, value);
        out.raw(ascii("</RETURNVALUE>"));
    }

    private static void type(XmlOutput out, @Nullable CimDataType declared, @Nullable CimValue value) {
        CimType type = declared == null ? typeOf(value) : declared.type();
        if (type != null) {
            out.raw(ascii(" PARAMTYPE=\"" + type.wireName() + "\""));
        }
        Embedding embedding = declared == null ? Embedding.NONE : declared.embedding();
        embedding = embedding == Embedding.NONE ? embeddingOf(value) : embedding;
        if (embedding != Embedding.NONE) {
            out.raw(ascii(" EmbeddedObject=\"" + (embedding == Embedding.INSTANCE ? "instance" : "object") + "\""));
        }
    }

    private static @Nullable CimType typeOf(@Nullable CimValue value) {
        if (value instanceof CimValue.Array array) {
            boolean lexical = array.elements().stream().anyMatch(CimValue.Lexical.class::isInstance);
            return lexical ? null : array.elementType();
        } else if (value instanceof CimValue.Reference) {
            return CimType.REFERENCE;
        } else if (value instanceof CimValue.Embedded) {
            return CimType.STRING;
        }
        return value == null ? null : ValueWriter.scalarType(value);
    }

    private static Embedding embeddingOf(@Nullable CimValue value) {
        CimValue sample = value instanceof CimValue.Array array
                ? array.elements().stream().filter(Objects::nonNull).findFirst().orElse(null)
                : value;
        if (sample instanceof CimValue.Embedded embedded) {
            return embedded.object() instanceof CimInstance ? Embedding.INSTANCE : Embedding.OBJECT;
        }
        return Embedding.NONE;
    }
}
