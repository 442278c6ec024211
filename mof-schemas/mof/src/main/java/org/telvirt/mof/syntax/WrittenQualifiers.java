package org.telvirt.mof.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimScope;
import org.telvirt.cim.QualifierNames;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.SourceText;

/** One list of qualifiers in brackets, read before it is known what they are on. */
final class WrittenQualifiers {
    static final WrittenQualifiers NONE = new WrittenQualifiers();

    private final List<CimQualifier> qualifiers = new ArrayList<>(8);
    private final List<CimQualifierDeclaration> declarations = new ArrayList<>(8);
    private int[] offsets = new int[8];

    void add(CimQualifier qualifier, CimQualifierDeclaration declaration, int offset) {
        if (qualifiers.size() == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[qualifiers.size()] = offset;
        qualifiers.add(qualifier);
        declarations.add(declaration);
    }

    List<CimQualifier> list() {
        return qualifiers;
    }

    @Nullable
    CimQualifier find(CimName name) {
        for (int i = 0; i < qualifiers.size(); i++) {
            if (qualifiers.get(i).name().equals(name)) {
                return qualifiers.get(i);
            }
        }
        return null;
    }

    boolean has(CimName name) {
        CimQualifier qualifier = find(name);
        return qualifier != null && qualifier.isTrue();
    }

    /** Which string type is meant where these qualifiers are on an element of this type. */
    CimDataType typed(CimDataType type) {
        if (has(QualifierNames.EMBEDDED_OBJECT)) {
            return type.embedding(CimDataType.Embedding.OBJECT);
        }
        CimQualifier embedded = find(QualifierNames.EMBEDDED_INSTANCE);
        return embedded != null && embedded.value() != null ? type.embedding(CimDataType.Embedding.INSTANCE) : type;
    }

    /** Checks that each qualifier may be on an element of this kind. */
    void requireScope(SourceText source, CimScope scope) throws MofException {
        for (int i = 0; i < qualifiers.size(); i++) {
            if (!declarations.get(i).scopes().contains(scope)) {
                throw source.error(
                        offsets[i],
                        "Qualifier '" + qualifiers.get(i).name() + "' is not for " + plural(scope)
                                + "; its declaration allows " + allowed(declarations.get(i)));
            }
        }
    }

    /** Checks the qualifiers of a class; one with a superclass may be an association without saying so again. */
    void requireClassScope(SourceText source, boolean hasSuperclass) throws MofException {
        CimScope scope = has(QualifierNames.ASSOCIATION)
                ? CimScope.ASSOCIATION
                : has(QualifierNames.INDICATION) ? CimScope.INDICATION : CimScope.CLASS;
        for (int i = 0; i < qualifiers.size(); i++) {
            var scopes = declarations.get(i).scopes();
            boolean mayInherit = hasSuperclass
                    && scope == CimScope.CLASS
                    && (scopes.contains(CimScope.ASSOCIATION) || scopes.contains(CimScope.INDICATION));
            if (!scopes.contains(scope) && !mayInherit) {
                requireScope(source, scope);
            }
        }
    }

    private static String plural(CimScope scope) {
        String word = scope.name().toLowerCase(Locale.ROOT);
        return switch (scope) {
            case CLASS -> "classes";
            case PROPERTY -> "properties";
            default -> word + "s";
        };
    }

    private static String allowed(CimQualifierDeclaration declaration) {
        return String.join(
                ", ",
                declaration.scopes().stream()
                        .sorted()
                        .map(WrittenQualifiers::plural)
                        .toList());
    }
}
