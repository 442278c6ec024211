package org.telvirt.cimxml.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/** Reads instances. Qualifiers on instances are deprecated and ignored. */
public final class InstanceReader {
    private static final CimDataType REFERENCE = CimDataType.of(CimType.REFERENCE);

    private InstanceReader() {}

    /** Reads an INSTANCE. */
    public static CimInstance instance(XmlInput in) throws WireException {
        CimName className = in.name("CLASSNAME");
        List<CimProperty> properties = new ArrayList<>(32);
        DistinctNames seen = new DistinctNames();
        while (in.nextChild()) {
            if (in.element().equals("QUALIFIER")) {
                in.skip();
                continue;
            }
            CimProperty property = property(in);
            if (!seen.add(property.name())) {
                throw in.invalid("the property " + property.name() + " is given twice");
            }
            properties.add(property);
        }
        return new CimInstance(className, properties, null);
    }

    /** Reads a VALUE.NAMEDINSTANCE, VALUE.INSTANCEWITHPATH or VALUE.OBJECTWITHPATH of an instance: a path, then it. */
    public static CimInstance withPath(XmlInput in) throws WireException {
        in.child("a path");
        if (!(PathReader.read(in) instanceof CimInstancePath path)) {
            throw in.invalid("the path of an instance must not be that of a class");
        }
        in.child("INSTANCE");
        if (!in.element().equals("INSTANCE")) {
            throw in.unexpected();
        }
        CimInstance instance = instance(in).at(path);
        in.end();
        return instance;
    }

    private static CimProperty property(XmlInput in) throws WireException {
        CimDataType type = switch (in.element()) {
            case "PROPERTY" -> TypeNames.dataType(in, false);
            case "PROPERTY.ARRAY" -> TypeNames.dataType(in, true);
            case "PROPERTY.REFERENCE" -> referenceType(in);
            default -> throw in.unexpected();
        };
        CimName name = in.name("NAME");
        CimName origin = in.attributes() <= 2 ? null : in.optionalName("CLASSORIGIN");
        return new CimProperty(name, type, propertyValue(in, type), origin);
    }

    static CimDataType referenceType(XmlInput in) throws WireException {
        CimName referenced = in.optionalName("REFERENCECLASS");
        return referenced == null ? REFERENCE : CimDataType.referenceTo(referenced);
    }

    private static @Nullable CimValue propertyValue(XmlInput in, CimDataType type) throws WireException {
        CimValue value = null;
        boolean given = false;
        while (in.nextChild()) {
            if (in.element().equals("QUALIFIER")) {
                in.skip();
            } else if (given) {
                throw in.unexpected();
            } else {
                given = true;
                value = valueOf(in, type);
            }
        }
        return value;
    }

    /** Reads the one element that may hold the value of something of this type. */
    static @Nullable CimValue valueOf(XmlInput in, CimDataType type) throws WireException {
        String expected = type.type() == CimType.REFERENCE ? "VALUE.REFERENCE" : type.array() ? "VALUE.ARRAY" : "VALUE";
        if (!in.element().equals(expected)) {
            throw in.invalid("the element " + in.element() + " stands where " + expected + " must be");
        }
        return ValueReader.read(in, type);
    }
}
