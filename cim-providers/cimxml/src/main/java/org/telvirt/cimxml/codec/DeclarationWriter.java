package org.telvirt.cimxml.codec;

import static org.telvirt.cimxml.xml.XmlOutput.ascii;

import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimScope;
import org.telvirt.cim.CimValue;
import org.telvirt.cimxml.xml.XmlOutput;

/** Writes declarations of qualifiers. */
public final class DeclarationWriter {
    private DeclarationWriter() {}

    /** Writes a QUALIFIER.DECLARATION. */
    public static void declaration(XmlOutput out, CimQualifierDeclaration declaration) {
        CimDataType type = declaration.type();
        out.raw(ascii("<QUALIFIER.DECLARATION NAME=\""))
                .attribute(declaration.name().toString());
        out.raw(ascii("\" TYPE=\"" + type.type().wireName() + "\" ISARRAY=\"" + type.array() + "\""));
        if (type.arraySize() != null) {
            out.raw(ascii(" ARRAYSIZE=\"" + type.arraySize() + "\""));
        }
        ClassWriter.flavors(out, declaration.flavors());
        out.raw(ascii("><SCOPE"));
        for (CimScope scope : CimScope.values()) {
            if (declaration.scopes().contains(scope)) {
                out.raw(ascii(" " + scope + "=\"true\""));
            }
        }
        out.raw(ascii("/>"));
        CimValue value = declaration.defaultValue();
        if (value != null) {
            ValueWriter.value(out, value);
        }
        out.raw(ascii("</QUALIFIER.DECLARATION>"));
    }
}
