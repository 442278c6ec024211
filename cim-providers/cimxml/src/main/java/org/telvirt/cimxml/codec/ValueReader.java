package org.telvirt.cimxml.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimLexical;
import org.telvirt.cim.CimObject;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/**
 * Reads VALUE, VALUE.ARRAY, VALUE.REFERENCE and VALUE.REFARRAY. Without a type, values are lexical.
 *
 * <p>Deviates from DSP0203: a VALUE may hold INSTANCE and CLASS elements, several of them inside a VALUE.ARRAY, because
 * command line clients do not escape what people type.
 */
public final class ValueReader {
    private ValueReader() {}

    /**
     * Reads the value that is the current element.
     *
     * @param type null: not known
     * @return null: NULL, or a failure that has been noted
     */
    public static @Nullable CimValue read(XmlInput in, @Nullable CimDataType type) throws WireException {
        return switch (in.element()) {
            case "VALUE" -> value(in, type);
            case "VALUE.ARRAY" -> array(in, type);
            case "VALUE.REFERENCE" -> PathReader.reference(in);
            case "VALUE.REFARRAY" -> referenceArray(in);
            case "VALUE.NULL" -> {
                in.end();
                yield null;
            }
            default -> throw in.unexpected();
        };
    }

    /** Reads a VALUE. */
    static @Nullable CimValue value(XmlInput in, @Nullable CimDataType type) throws WireException {
        if (type != null && type.type().isInteger()) {
            return integer(in, type.type());
        }
        String text = in.textOrChild();
        if (text != null) {
            return fromText(in, type, text);
        }
        List<@Nullable CimValue> objects = literalObjects(in, type);
        if (objects.size() > 1) {
            throw in.invalid("a VALUE outside a VALUE.ARRAY holds " + objects.size() + " embedded objects");
        }
        return objects.get(0);
    }

    private static @Nullable CimValue fromText(XmlInput in, @Nullable CimDataType type, String text)
            throws WireException {
        if (type == null) {
            return new CimValue.Lexical(text);
        }
        if (type.embeds()) {
            return embedded(in, text);
        }
        CimValue value = CimLexical.read(type.type(), text);
        if (value == null) {
            throw in.invalid("'" + XmlInput.shown(text) + "' is not a " + type.type() + " value");
        }
        return value;
    }

    private static CimValue integer(XmlInput in, CimType type) throws WireException {
        IntegerDecoder decoder = new IntegerDecoder(type);
        in.decode(decoder);
        CimValue value = decoder.value();
        if (value == null) {
            throw in.invalid("'" + XmlInput.shown(decoder.refused()) + "' is not a " + type + " value");
        }
        return value;
    }

    private static @Nullable CimValue embedded(XmlInput in, String text) {
        try {
            return new CimValue.Embedded(EmbeddedObjects.read(in, text));
        } catch (CimException e) {
            in.fail(e);
            return null;
        }
    }

    // the first object is current; ends at the end of the element around it
    private static List<@Nullable CimValue> literalObjects(XmlInput in, @Nullable CimDataType type)
            throws WireException {
        if (type != null && type.type() != CimType.STRING) {
            throw in.unexpected();
        }
        List<@Nullable CimValue> objects = new ArrayList<>();
        do {
            objects.add(new CimValue.Embedded(object(in)));
        } while (in.nextChild());
        return objects;
    }

    /** Reads an INSTANCE or a CLASS. */
    public static CimObject object(XmlInput in) throws WireException {
        return switch (in.element()) {
            case "INSTANCE" -> InstanceReader.instance(in);
            case "CLASS" -> ClassReader.cimClass(in);
            default -> throw in.unexpected();
        };
    }

    /** Reads a VALUE.ARRAY. */
    static CimValue.Array array(XmlInput in, @Nullable CimDataType type) throws WireException {
        List<@Nullable CimValue> elements = new ArrayList<>();
        while (in.nextChild()) {
            switch (in.element()) {
                case "VALUE" -> element(in, type, elements);
                case "VALUE.NULL" -> {
                    elements.add(null);
                    in.end();
                }
                default -> throw in.unexpected();
            }
        }
        return new CimValue.Array(type == null ? CimType.STRING : type.type(), elements);
    }

    private static void element(XmlInput in, @Nullable CimDataType type, List<@Nullable CimValue> elements)
            throws WireException {
        if (type != null && type.type().isInteger()) {
            elements.add(integer(in, type.type()));
            return;
        }
        String text = in.textOrChild();
        if (text != null) {
            elements.add(fromText(in, type, text));
        } else {
            elements.addAll(literalObjects(in, type));
        }
    }

    private static CimValue.Array referenceArray(XmlInput in) throws WireException {
        List<@Nullable CimValue> elements = new ArrayList<>();
        while (in.nextChild()) {
            if (in.element().equals("VALUE.NULL")) {
                elements.add(null);
                in.end();
            } else {
                elements.add(PathReader.reference(in));
            }
        }
        return new CimValue.Array(CimType.REFERENCE, elements);
    }
}
