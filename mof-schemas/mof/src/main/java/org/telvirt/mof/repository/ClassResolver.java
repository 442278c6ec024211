package org.telvirt.mof.repository;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.QualifierNames;

/** Gives classes all that they inherit, and checks what a subclass may do (DSP0004 §5.1.2, §5.6). */
final class ClassResolver {
    private final ElementInheritance elements = new ElementInheritance();

    /**
     * The class with its superclass's qualifiers, properties and methods: inherited ones first, in their order.
     *
     * @param superclass itself resolved; null: a root class
     */
    CimClass resolved(CimClass written, @Nullable CimClass superclass) throws ClassRuleException {
        CimName name = written.name();
        List<CimQualifier> qualifiers = written.qualifiers();
        if (superclass != null) {
            qualifiers = QualifierInheritance.merged(qualifiers, superclass.qualifiers(), name, null);
        }
        CimClass resolved = new CimClass(
                name,
                superclass == null ? null : superclass.name(),
                qualifiers,
                properties(written, superclass),
                methods(written, superclass));
        requireKind(resolved, superclass);
        requireKeys(resolved, superclass);
        return resolved;
    }

    private List<CimPropertyDeclaration> properties(CimClass written, @Nullable CimClass superclass)
            throws ClassRuleException {
        List<CimPropertyDeclaration> upper = superclass == null ? List.of() : superclass.properties();
        boolean bare = written.properties().isEmpty();
        List<CimPropertyDeclaration> result =
                new ArrayList<>(upper.size() + written.properties().size());
        for (CimPropertyDeclaration inherited : upper) {
            CimPropertyDeclaration own = bare ? null : written.property(inherited.name());
            result.add(
                    own == null ? elements.inherited(inherited) : elements.overridden(own, inherited, written.name()));
        }
        for (CimPropertyDeclaration own : written.properties()) {
            if (superclass == null || superclass.property(own.name()) == null) {
                result.add(elements.introduced(own, written.name()));
            }
        }
        return result;
    }

    private List<CimMethod> methods(CimClass written, @Nullable CimClass superclass) throws ClassRuleException {
        List<CimMethod> upper = superclass == null ? List.of() : superclass.methods();
        List<CimMethod> result =
                new ArrayList<>(upper.size() + written.methods().size());
        for (CimMethod inherited : upper) {
            CimMethod own = written.method(inherited.name());
            result.add(
                    own == null ? elements.inherited(inherited) : elements.overridden(own, inherited, written.name()));
        }
        for (CimMethod own : written.methods()) {
            if (superclass == null || superclass.method(own.name()) == null) {
                result.add(elements.introduced(own, written.name()));
            }
        }
        return result;
    }

    private static void requireKind(CimClass resolved, @Nullable CimClass superclass) throws ClassRuleException {
        if (superclass != null && superclass.has(QualifierNames.TERMINAL)) {
            throw new ClassRuleException(
                    CimStatus.INVALID_SUPERCLASS,
                    resolved.name(),
                    null,
                    "Class '" + resolved.name() + "' cannot have the superclass '" + superclass.name()
                            + "', which is terminal");
        }
        if (superclass != null && resolved.isAssociation() != superclass.isAssociation()) {
            throw new ClassRuleException(
                    CimStatus.INVALID_SUPERCLASS,
                    resolved.name(),
                    null,
                    "Association '" + resolved.name() + "' cannot have the superclass '" + superclass.name()
                            + "', which is none");
        }
        if (superclass != null && resolved.isIndication() != superclass.isIndication()) {
            throw new ClassRuleException(
                    CimStatus.INVALID_SUPERCLASS,
                    resolved.name(),
                    null,
                    "Indication '" + resolved.name() + "' cannot have the superclass '" + superclass.name()
                            + "', which is none");
        }
        if (resolved.isAssociation()) {
            return;
        }
        for (CimPropertyDeclaration property : resolved.properties()) {
            if (property.isReference() && !property.propagated()) {
                throw new ClassRuleException(
                        CimStatus.INVALID_PARAMETER,
                        resolved.name(),
                        property.name(),
                        "Class '" + resolved.name() + "' has the reference '" + property.name()
                                + "' but not the qualifier Association");
            }
        }
    }

    private static void requireKeys(CimClass resolved, @Nullable CimClass superclass) throws ClassRuleException {
        if (superclass == null) {
            return;
        }
        for (CimPropertyDeclaration property : resolved.properties()) {
            if (!property.propagated() && property.isKey() && isNewKey(property, superclass)) {
                throw new ClassRuleException(
                        CimStatus.INVALID_PARAMETER,
                        resolved.name(),
                        property.name(),
                        "Class '" + resolved.name() + "' cannot add the key '" + property.name()
                                + "' to those of its superclass '" + superclass.name() + "'");
            }
        }
    }

    private static boolean isNewKey(CimPropertyDeclaration property, CimClass superclass) {
        CimPropertyDeclaration upper = superclass.property(property.name());
        return (upper == null || !upper.isKey()) && hasKeys(superclass);
    }

    private static boolean hasKeys(CimClass definition) {
        for (CimPropertyDeclaration property : definition.properties()) {
            if (property.isKey()) {
                return true;
            }
        }
        return false;
    }
}
