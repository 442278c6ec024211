package org.telvirt.cimxml.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.QualifierNames;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/** Reads classes. The order of the elements inside a class means nothing. */
public final class ClassReader {
    private ClassReader() {}

    /** Reads a CLASS. */
    public static CimClass cimClass(XmlInput in) throws WireException {
        CimName name = in.name("NAME");
        CimName superclass = in.optionalName("SUPERCLASS");
        List<CimQualifier> qualifiers = new ArrayList<>();
        List<CimPropertyDeclaration> properties = new ArrayList<>();
        List<CimMethod> methods = new ArrayList<>();
        DistinctNames propertyNames = new DistinctNames();
        DistinctNames methodNames = new DistinctNames();
        while (in.nextChild()) {
            switch (in.element()) {
                case "QUALIFIER" -> qualifiers.add(QualifierReader.qualifier(in));
                case "METHOD" -> {
                    CimMethod method = method(in);
                    distinct(in, methodNames, method.name());
                    methods.add(method);
                }
                default -> {
                    CimPropertyDeclaration property = property(in);
                    distinct(in, propertyNames, property.name());
                    properties.add(property);
                }
            }
        }
        return new CimClass(name, superclass, qualifiers, properties, methods);
    }

    private static void distinct(XmlInput in, DistinctNames names, CimName name) throws WireException {
        if (!names.add(name)) {
            throw in.invalid(name + " is declared twice");
        }
    }

    private static CimPropertyDeclaration property(XmlInput in) throws WireException {
        CimDataType type = switch (in.element()) {
            case "PROPERTY" -> TypeNames.dataType(in, false);
            case "PROPERTY.ARRAY" -> sized(in, TypeNames.dataType(in, true));
            case "PROPERTY.REFERENCE" -> InstanceReader.referenceType(in);
            default -> throw in.unexpected();
        };
        CimName name = in.name("NAME");
        CimName origin = in.optionalName("CLASSORIGIN");
        boolean propagated = in.flag("PROPAGATED", false);
        List<CimQualifier> qualifiers = new ArrayList<>();
        CimValue value = null;
        while (in.nextChild()) {
            if (in.element().equals("QUALIFIER")) {
                qualifiers.add(QualifierReader.qualifier(in));
            } else {
                value = InstanceReader.valueOf(in, embedding(type, qualifiers));
            }
        }
        return new CimPropertyDeclaration(name, embedding(type, qualifiers), value, qualifiers, origin, propagated);
    }

    private static CimMethod method(XmlInput in) throws WireException {
        CimName name = in.name("NAME");
        CimType returned = TypeNames.optional(in, "TYPE");
        CimName origin = in.optionalName("CLASSORIGIN");
        boolean propagated = in.flag("PROPAGATED", false);
        List<CimQualifier> qualifiers = new ArrayList<>();
        List<CimParameter> parameters = new ArrayList<>();
        while (in.nextChild()) {
            if (in.element().equals("QUALIFIER")) {
                qualifiers.add(QualifierReader.qualifier(in));
            } else {
                parameters.add(parameter(in));
            }
        }
        // every method of CIM returns something; uint32 is what nearly all of them say
        CimDataType type = CimDataType.of(returned == null ? CimType.UINT32 : returned);
        return new CimMethod(name, embedding(type, qualifiers), parameters, qualifiers, origin, propagated);
    }

    private static CimParameter parameter(XmlInput in) throws WireException {
        CimDataType type = switch (in.element()) {
            case "PARAMETER" -> TypeNames.dataType(in, false);
            case "PARAMETER.ARRAY" -> sized(in, TypeNames.dataType(in, true));
            case "PARAMETER.REFERENCE" -> InstanceReader.referenceType(in);
            case "PARAMETER.REFARRAY" -> {
                CimName referenced = in.optionalName("REFERENCECLASS");
                yield sized(in, new CimDataType(CimType.REFERENCE, true, null, referenced, Embedding.NONE));
            }
            default -> throw in.unexpected();
        };
        CimName name = in.name("NAME");
        List<CimQualifier> qualifiers = new ArrayList<>();
        while (in.nextChild()) {
            if (!in.element().equals("QUALIFIER")) {
                throw in.unexpected();
            }
            qualifiers.add(QualifierReader.qualifier(in));
        }
        return new CimParameter(name, embedding(type, qualifiers), qualifiers);
    }

    private static CimDataType sized(XmlInput in, CimDataType type) throws WireException {
        Integer size = arraySize(in);
        return size == null ? type : new CimDataType(type.type(), true, size, type.referenceClass(), type.embedding());
    }

    static @Nullable Integer arraySize(XmlInput in) throws WireException {
        String text = in.attribute("ARRAYSIZE");
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw in.invalid("ARRAYSIZE must be a number, not '" + XmlInput.shown(text) + "'");
        }
    }

    // classes say by qualifier what values say by attribute
    private static CimDataType embedding(CimDataType type, List<CimQualifier> qualifiers) {
        if (type.embeds() || type.type() != CimType.STRING) {
            return type;
        }
        if (QualifierReader.text(qualifiers, QualifierNames.EMBEDDED_INSTANCE) != null) {
            return type.embedding(Embedding.INSTANCE);
        }
        boolean object = qualifiers.stream()
                .anyMatch(qualifier -> qualifier.name().equals(QualifierNames.EMBEDDED_OBJECT) && qualifier.isTrue());
        return object ? type.embedding(Embedding.OBJECT) : type;
    }
}
