package org.telvirt.mof;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObject;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.mof.repository.NamespaceSchema;

/**
 * Writes classes, instances and qualifier declarations as MOF that reads back as the same. What a class only inherits
 * is left out. Safe for use by many threads.
 *
 * @param schema knows which flavors go without saying
 */
public record MofWriter(NamespaceSchema schema) {

    /** All of the schema: qualifiers, then classes, each after its superclass. */
    public String write() {
        StringBuilder out = new StringBuilder(1 << 16);
        for (CimQualifierDeclaration declaration : schema.qualifiers()) {
            QualifierText.appendDeclaration(out, declaration);
        }
        for (CimClass definition : schema.classes()) {
            out.append('\n');
            append(out, definition);
        }
        return out.toString();
    }

    /**
     * Instances, in their order, with the directives that put each into the namespace of its path; those without one stay
     * in the namespace before. Their host is left out.
     *
     * @throws IllegalArgumentException as {@link #write(CimObject)}
     */
    public String write(Collection<CimInstance> instances) {
        StringBuilder out = new StringBuilder(1 << 12);
        CimNamespace namespace = null;
        for (CimInstance instance : instances) {
            CimNamespace own = instance.path() == null ? null : instance.path().namespace();
            if (own != null && !own.equals(namespace)) {
                out.append("#pragma namespace (\"").append(own).append("\")\n");
                namespace = own;
            }
            append(out, instance);
        }
        return out.toString();
    }

    /** The declaration of a qualifier. */
    public String write(CimQualifierDeclaration declaration) {
        StringBuilder out = new StringBuilder();
        QualifierText.appendDeclaration(out, declaration);
        return out.toString();
    }

    /**
     * A class or an instance.
     *
     * @throws IllegalArgumentException if a value is a real that is infinite or not a number or has a U+0000, which MOF
     *     cannot say
     */
    public String write(CimObject object) {
        StringBuilder out = new StringBuilder();
        if (object instanceof CimClass definition) {
            append(out, definition);
        } else if (object instanceof CimInstance instance) {
            append(out, instance);
        }
        return out.toString();
    }

    private void append(StringBuilder out, CimClass definition) {
        QualifierText.append(out, definition.qualifiers(), schema, 0);
        out.append("class ").append(definition.name());
        if (definition.superclass() != null) {
            out.append(" : ").append(definition.superclass());
        }
        out.append(" {");
        int empty = out.length();
        for (CimPropertyDeclaration property : definition.properties()) {
            if (!property.propagated()) {
                append(out, property);
            }
        }
        for (CimMethod method : definition.methods()) {
            if (!method.propagated()) {
                append(out, method);
            }
        }
        out.append(out.length() == empty ? "};\n" : "\n};\n");
    }

    private void append(StringBuilder out, CimPropertyDeclaration property) {
        out.append("\n\n");
        QualifierText.append(out, property.qualifiers(), schema, 4);
        out.append("    ");
        appendTyped(out, property.type(), property.name());
        if (property.defaultValue() != null) {
            out.append(" = ");
            new ValueText(out, 8).append(property.defaultValue());
        }
        out.append(';');
    }

    private void append(StringBuilder out, CimMethod method) {
        out.append("\n\n");
        QualifierText.append(out, method.qualifiers(), schema, 4);
        out.append("    ");
        appendTyped(out, method.returnType(), method.name());
        out.append('(');
        List<CimParameter> parameters = method.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            out.append(i == 0 ? "\n" : ",\n");
            QualifierText.append(out, parameters.get(i).qualifiers(), schema, 8);
            out.append("        ");
            appendTyped(out, parameters.get(i).type(), parameters.get(i).name());
        }
        out.append(");");
    }

    private static void appendTyped(StringBuilder out, CimDataType type, CimName name) {
        if (type.referenceClass() == null) {
            out.append(type.type().wireName());
        } else {
            out.append(type.referenceClass()).append(" REF");
        }
        out.append(' ').append(name);
        if (type.array()) {
            out.append('[').append(size(type.arraySize())).append(']');
        }
    }

    private static String size(@Nullable Integer size) {
        return size == null ? "" : size.toString();
    }

    private void append(StringBuilder out, CimInstance instance) {
        out.append("instance of ").append(instance.className()).append(" {\n");
        for (CimProperty property : instance.properties()) {
            out.append("    ").append(property.name()).append(" = ");
            if (property.value() == null) {
                out.append("NULL");
            } else {
                new ValueText(out, 8, this).append(property.value());
            }
            out.append(";\n");
        }
        out.append("};\n");
    }
}
