package org.telvirt.cimxml.codec;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/** Reads qualifiers. */
final class QualifierReader {
    private QualifierReader() {}

    static CimQualifier qualifier(XmlInput in) throws WireException {
        CimName name = in.name("NAME");
        CimType type = TypeNames.required(in, "TYPE");
        Set<CimFlavor> flavors = flavors(in);
        boolean propagated = in.flag("PROPAGATED", false);
        CimDataType dataType = CimDataType.of(type);
        CimValue value = null;
        if (in.nextChild()) {
            dataType = in.element().equals("VALUE.ARRAY") ? CimDataType.arrayOf(type) : dataType;
            value = InstanceReader.valueOf(in, dataType);
            in.end();
        }
        return new CimQualifier(name, dataType, value, flavors, propagated);
    }

    /** The flavors, with the defaults of DSP0203. */
    static Set<CimFlavor> flavors(XmlInput in) throws WireException {
        Set<CimFlavor> flavors = EnumSet.noneOf(CimFlavor.class);
        add(flavors, CimFlavor.OVERRIDABLE, in.flag("OVERRIDABLE", true));
        add(flavors, CimFlavor.TO_SUBCLASS, in.flag("TOSUBCLASS", true));
        add(flavors, CimFlavor.TO_INSTANCE, in.flag("TOINSTANCE", false));
        add(flavors, CimFlavor.TRANSLATABLE, in.flag("TRANSLATABLE", false));
        return flavors;
    }

    private static void add(Set<CimFlavor> flavors, CimFlavor flavor, boolean present) {
        if (present) {
            flavors.add(flavor);
        }
    }

    /** The text of a string qualifier; null: it is not there, NULL or no string. */
    static @Nullable String text(Iterable<CimQualifier> qualifiers, CimName name) {
        for (CimQualifier qualifier : qualifiers) {
            if (qualifier.name().equals(name) && qualifier.value() instanceof CimValue.Text text) {
                return text.value();
            }
        }
        return null;
    }
}
