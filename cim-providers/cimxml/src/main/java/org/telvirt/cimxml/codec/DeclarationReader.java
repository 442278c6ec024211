package org.telvirt.cimxml.codec;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimScope;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;

/** Reads declarations of qualifiers. */
public final class DeclarationReader {
    private DeclarationReader() {}

    /** Reads a QUALIFIER.DECLARATION; the order of its scope and its value means nothing. */
    public static CimQualifierDeclaration declaration(XmlInput in) throws WireException {
        if (!in.element().equals("QUALIFIER.DECLARATION")) {
            throw in.unexpected();
        }
        CimName name = in.name("NAME");
        CimType type = TypeNames.required(in, "TYPE");
        Boolean array = in.attribute("ISARRAY") == null ? null : (Boolean) in.flag("ISARRAY", false);
        Integer size = ClassReader.arraySize(in);
        Set<CimFlavor> flavors = QualifierReader.flavors(in);
        Set<CimScope> scopes = null;
        CimDataType valued = null;
        CimValue value = null;
        while (in.nextChild()) {
            if (in.element().equals("SCOPE") && scopes == null) {
                scopes = scopes(in);
            } else if (valued == null) {
                valued = shape(type, in.element().equals("VALUE.ARRAY"));
                value = InstanceReader.valueOf(in, array == null ? valued : shape(type, array));
            } else {
                throw in.unexpected();
            }
        }
        CimDataType dataType = array != null ? shape(type, array) : valued != null ? valued : shape(type, size != null);
        return new CimQualifierDeclaration(
                name, sized(dataType, size), value, scopes == null ? Set.of() : scopes, flavors);
    }

    private static CimDataType shape(CimType type, boolean array) {
        return array ? CimDataType.arrayOf(type) : CimDataType.of(type);
    }

    private static CimDataType sized(CimDataType type, @Nullable Integer size) {
        return size == null || !type.array()
                ? type
                : new CimDataType(type.type(), true, size, null, CimDataType.Embedding.NONE);
    }

    // an attribute for each, all of them false where they are absent
    private static Set<CimScope> scopes(XmlInput in) throws WireException {
        Set<CimScope> scopes = EnumSet.noneOf(CimScope.class);
        for (CimScope scope : CimScope.values()) {
            if (in.flag(scope.name(), false)) {
                scopes.add(scope);
            }
        }
        in.end();
        return scopes;
    }
}
