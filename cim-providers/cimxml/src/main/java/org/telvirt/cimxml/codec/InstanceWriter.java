package org.telvirt.cimxml.codec;

import static org.telvirt.cimxml.xml.XmlOutput.ascii;

import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.XmlOutput;

/** Writes instances. No element is written in its empty form, which some parsers cannot read here. */
public final class InstanceWriter {
    private static final byte[] INSTANCE = ascii("<INSTANCE CLASSNAME=\"");
    private static final byte[] TAG_END = ascii("\">");
    private static final byte[] INSTANCE_END = ascii("</INSTANCE>");
    private static final byte[] PROPERTY_END = ascii("</PROPERTY>");
    private static final byte[] ARRAY_END = ascii("</PROPERTY.ARRAY>");
    private static final byte[] REFERENCE_END = ascii("</PROPERTY.REFERENCE>");

    private InstanceWriter() {}

    /** Writes an INSTANCE. */
    public static void instance(XmlOutput out, CimInstance instance, TagCache tags) {
        out.raw(INSTANCE).attribute(instance.className().toString()).raw(TAG_END);
        for (CimProperty property : instance.properties()) {
            out.raw(tags.startTag(property));
            CimValue value = property.value();
            if (value != null) {
                ValueWriter.value(out, value);
            }
            out.raw(endTag(property.type()));
        }
        out.raw(INSTANCE_END);
    }

    /** The end tag of a property. */
    static byte[] endTag(CimDataType type) {
        if (type.type() == CimType.REFERENCE) {
            return REFERENCE_END;
        }
        return type.array() ? ARRAY_END : PROPERTY_END;
    }
}
