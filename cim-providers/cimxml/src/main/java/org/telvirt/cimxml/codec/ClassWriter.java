package org.telvirt.cimxml.codec;

import static org.telvirt.cimxml.xml.XmlOutput.ascii;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.XmlOutput;

/** Writes classes. */
public final class ClassWriter {
    private static final byte[] QUOTE = ascii("\"");
    private static final byte[] CLOSE = ascii(">");

    private ClassWriter() {}

    /** Writes a CLASS. */
    public static void cimClass(XmlOutput out, CimClass definition) {
        out.raw(ascii("<CLASS NAME=\"")).attribute(definition.name().toString()).raw(QUOTE);
        attribute(out, " SUPERCLASS=\"", definition.superclass());
        out.raw(CLOSE);
        qualifiers(out, definition.qualifiers());
        for (CimPropertyDeclaration property : definition.properties()) {
            property(out, property);
        }
        for (CimMethod method : definition.methods()) {
            method(out, method);
        }
        out.raw(ascii("</CLASS>"));
    }

    private static void attribute(XmlOutput out, String start, @Nullable CimName name) {
        if (name != null) {
            out.raw(ascii(start)).attribute(name.toString()).raw(QUOTE);
        }
    }

    private static void propagated(XmlOutput out, boolean propagated) {
        if (propagated) {
            out.raw(ascii(" PROPAGATED=\"true\""));
        }
    }

    private static void property(XmlOutput out, CimPropertyDeclaration property) {
        // wbemcli refuses the mark on arrays, and in a class the qualifier says the same
        TagCache.openTag(out, property.name(), property.type(), property.defaultValue() != null);
        attribute(out, " CLASSORIGIN=\"", property.classOrigin());
        propagated(out, property.propagated());
        out.raw(CLOSE);
        qualifiers(out, property.qualifiers());
        value(out, property.defaultValue());
        out.raw(InstanceWriter.endTag(property.type()));
    }

    private static void method(XmlOutput out, CimMethod method) {
        out.raw(ascii("<METHOD NAME=\"")).attribute(method.name().toString());
        out.raw(ascii("\" TYPE=\"" + method.returnType().type().wireName() + "\""));
        attribute(out, " CLASSORIGIN=\"", method.classOrigin());
        propagated(out, method.propagated());
        out.raw(CLOSE);
        qualifiers(out, method.qualifiers());
        for (CimParameter parameter : method.parameters()) {
            parameter(out, parameter);
        }
        out.raw(ascii("</METHOD>"));
    }

    private static void parameter(XmlOutput out, CimParameter parameter) {
        CimDataType type = parameter.type();
        boolean reference = type.type() == CimType.REFERENCE;
        String element =
                "PARAMETER" + (reference ? type.array() ? ".REFARRAY" : ".REFERENCE" : type.array() ? ".ARRAY" : "");
        out.raw(ascii("<" + element + " NAME=\""))
                .attribute(parameter.name().toString())
                .raw(QUOTE);
        if (reference) {
            attribute(out, " REFERENCECLASS=\"", type.referenceClass());
        } else {
            out.raw(ascii(" TYPE=\"" + type.type().wireName() + "\""));
        }
        if (type.arraySize() != null) {
            out.raw(ascii(" ARRAYSIZE=\"" + type.arraySize() + "\""));
        }
        out.raw(CLOSE);
        qualifiers(out, parameter.qualifiers());
        out.raw(ascii("</" + element + ">"));
    }

    private static void qualifiers(XmlOutput out, List<CimQualifier> qualifiers) {
        for (CimQualifier qualifier : qualifiers) {
            out.raw(ascii("<QUALIFIER NAME=\"")).attribute(qualifier.name().toString());
            out.raw(ascii("\" TYPE=\"" + qualifier.type().type().wireName() + "\""));
            propagated(out, qualifier.propagated());
            flavors(out, qualifier.flavors());
            out.raw(CLOSE);
            value(out, qualifier.value());
            out.raw(ascii("</QUALIFIER>"));
        }
    }

    /** Writes flavors as attributes: only what differs from the defaults of DSP0203. */
    static void flavors(XmlOutput out, Set<CimFlavor> flavors) {
        flavor(out, "OVERRIDABLE", flavors.contains(CimFlavor.OVERRIDABLE), true);
        flavor(out, "TOSUBCLASS", flavors.contains(CimFlavor.TO_SUBCLASS), true);
        flavor(out, "TOINSTANCE", flavors.contains(CimFlavor.TO_INSTANCE), false);
        flavor(out, "TRANSLATABLE", flavors.contains(CimFlavor.TRANSLATABLE), false);
    }

    private static void flavor(XmlOutput out, String attribute, boolean present, boolean otherwise) {
        if (present != otherwise) {
            out.raw(ascii(" " + attribute + "=\"" + present + "\""));
        }
    }

    private static void value(XmlOutput out, @Nullable CimValue value) {
        if (value != null) {
            ValueWriter.value(out, value);
        }
    }
}
