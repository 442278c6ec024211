package org.telvirt.mof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.telvirt.cim.CimFlavor;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimScope;
import org.telvirt.mof.repository.NamespaceSchema;

/** Writes qualifiers and their declarations. */
final class QualifierText {
    private QualifierText() {}

    /** Writes those that are not inherited as a list in brackets with a line for each, or nothing. */
    static void append(StringBuilder out, List<CimQualifier> qualifiers, NamespaceSchema schema, int indent) {
        String before = " ".repeat(indent) + "[";
        boolean any = false;
        for (CimQualifier qualifier : qualifiers) {
            if (!qualifier.propagated()) {
                out.append(any ? ",\n" + " ".repeat(indent + 1) : before);
                append(out, qualifier, schema, indent + 1);
                any = true;
            }
        }
        if (any) {
            out.append("]\n");
        }
    }

    private static void append(StringBuilder out, CimQualifier qualifier, NamespaceSchema schema, int indent) {
        out.append(qualifier.name());
        if (qualifier.value() == null) {
            out.append("(NULL)");
        } else if (qualifier.type().array()) {
            out.append(' ');
            new ValueText(out, indent + 4).append(qualifier.value());
        } else if (!qualifier.isTrue()) {
            out.append('(');
            new ValueText(out, indent + 4).append(qualifier.value());
            out.append(')');
        }
        CimQualifierDeclaration declaration = schema.qualifier(qualifier.name());
        if (declaration == null || !declaration.flavors().equals(qualifier.flavors())) {
            out.append(" : ").append(String.join(" ", flavors(qualifier.flavors())));
        }
    }

    private static List<String> flavors(Set<CimFlavor> flavors) {
        List<String> words = new ArrayList<>(4);
        words.add(flavors.contains(CimFlavor.OVERRIDABLE) ? "EnableOverride" : "DisableOverride");
        words.add(flavors.contains(CimFlavor.TO_SUBCLASS) ? "ToSubclass" : "Restricted");
        if (flavors.contains(CimFlavor.TO_INSTANCE)) {
            words.add("ToInstance");
        }
        if (flavors.contains(CimFlavor.TRANSLATABLE)) {
            words.add("Translatable");
        }
        return words;
    }

    /** Writes a declaration. */
    static void appendDeclaration(StringBuilder out, CimQualifierDeclaration declaration) {
        out.append("Qualifier ").append(declaration.name()).append(" : ").append(declaration.type());
        if (declaration.defaultValue() != null) {
            out.append(" = ");
            new ValueText(out, 4).append(declaration.defaultValue());
        }
        List<String> scopes = declaration.scopes().size() == CimScope.values().length
                ? List.of("any")
                : declaration.scopes().stream()
                        .sorted()
                        .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                        .toList();
        out.append(", Scope(").append(String.join(", ", scopes)).append("), Flavor(");
        out.append(String.join(", ", flavors(declaration.flavors()))).append(");\n");
    }
}
