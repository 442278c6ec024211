package org.telvirt.cimxml.codec;

import static org.telvirt.cimxml.xml.XmlOutput.ascii;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimObject;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.XmlOutput;

/** Writes values. */
public final class ValueWriter {
    private static final byte[] VALUE = ascii("<VALUE>");
    private static final byte[] VALUE_END = ascii("</VALUE>");
    private static final byte[] ARRAY = ascii("<VALUE.ARRAY>");
    private static final byte[] ARRAY_END = ascii("</VALUE.ARRAY>");
    private static final byte[] REFERENCES = ascii("<VALUE.REFARRAY>");
    private static final byte[] REFERENCES_END = ascii("</VALUE.REFARRAY>");
    private static final byte[] NULL = ascii("<VALUE.NULL></VALUE.NULL>");
    private static final byte[] TRUE = ascii("TRUE");
    private static final byte[] FALSE = ascii("FALSE");

    private ValueWriter() {}

    /** Writes VALUE, VALUE.ARRAY, VALUE.REFERENCE or VALUE.REFARRAY. */
    public static void value(XmlOutput out, CimValue value) {
        if (value instanceof CimValue.Array array) {
            array(out, array);
        } else if (value instanceof CimValue.Reference reference) {
            PathWriter.reference(out, reference.path());
        } else {
            out.raw(VALUE);
            text(out, value);
            out.raw(VALUE_END);
        }
    }

    private static void array(XmlOutput out, CimValue.Array array) {
        boolean references = array.elementType() == CimType.REFERENCE;
        out.raw(references ? REFERENCES : ARRAY);
        for (@Nullable CimValue element : array.elements()) {
            if (element == null) {
                out.raw(NULL);
            } else {
                value(out, element);
            }
        }
        out.raw(references ? REFERENCES_END : ARRAY_END);
    }

    /** Writes the text of a single value that is not a reference. */
    static void text(XmlOutput out, CimValue value) {
        if (value instanceof CimValue.Text text) {
            out.text(text.value());
        } else if (value instanceof CimValue.Int number) {
            integer(out, number);
        } else if (value instanceof CimValue.Bool bool) {
            out.raw(bool.value() ? TRUE : FALSE);
        } else if (value instanceof CimValue.DateTime time) {
            out.text(time.value().text());
        } else if (value instanceof CimValue.Embedded embedded) {
            embedded(out, embedded.object());
        } else if (value instanceof CimValue.Real real) {
            out.text(real(real));
        } else if (value instanceof CimValue.Char character) {
            out.text(String.valueOf(character.value()));
        } else if (value instanceof CimValue.Lexical lexical) {
            out.text(lexical.text());
        } else {
            throw new IllegalArgumentException("not a single value: " + value);
        }
    }

    private static void integer(XmlOutput out, CimValue.Int number) {
        if (number.bits() < 0) {
            out.text(number.toString());
        } else {
            out.number(number.bits());
        }
    }

    // Java's shortest form has the decimal point that DSP0201 asks for and reads back as the same number
    private static String real(CimValue.Real real) {
        double value = real.value();
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "INF" : "-INF";
        }
        return real.type() == CimType.REAL32 ? Float.toString((float) value) : Double.toString(value);
    }

    private static void embedded(XmlOutput out, CimObject object) {
        XmlOutput inner = new XmlOutput();
        object(inner, object);
        out.escaped(inner);
    }

    /** Writes an INSTANCE or a CLASS. */
    public static void object(XmlOutput out, CimObject object) {
        if (object instanceof CimInstance instance) {
            InstanceWriter.instance(out, instance, TagCache.NONE);
        } else if (object instanceof CimClass definition) {
            ClassWriter.cimClass(out, definition);
        }
    }

    /** The type of a single value; null: not known, or it is not one that has text. */
    static @Nullable CimType scalarType(CimValue value) {
        if (value instanceof CimValue.Text) {
            return CimType.STRING;
        } else if (value instanceof CimValue.Int number) {
            return number.type();
        } else if (value instanceof CimValue.Bool) {
            return CimType.BOOLEAN;
        } else if (value instanceof CimValue.DateTime) {
            return CimType.DATETIME;
        } else if (value instanceof CimValue.Real real) {
            return real.type();
        } else if (value instanceof CimValue.Char) {
            return CimType.CHAR16;
        }
        return null;
    }
}
