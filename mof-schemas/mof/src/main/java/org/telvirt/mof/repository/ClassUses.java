package org.telvirt.mof.repository;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.Qualified;
import org.telvirt.cim.QualifierNames;

/** Which classes need a class or a qualifier that somebody wants to remove. */
final class ClassUses {
    private ClassUses() {}

    /** A class, other than the named one, with a property that refers to it or embeds it; null: there is none. */
    static @Nullable CimName ofClass(CimName name, Collection<CimClass> classes) {
        for (CimClass candidate : classes) {
            if (!candidate.name().equals(name) && refers(candidate, name)) {
                return candidate.name();
            }
        }
        return null;
    }

    private static boolean refers(CimClass candidate, CimName name) {
        for (CimPropertyDeclaration property : candidate.properties()) {
            if (refers(property, property.type(), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean refers(Qualified element, CimDataType type, CimName name) {
        if (name.equals(type.referenceClass())) {
            return true;
        }
        CimQualifier embedded = element.qualifier(QualifierNames.EMBEDDED_INSTANCE);
        return embedded != null && embedded.value() instanceof CimValue.Text text && name.is(text.value());
    }

    /** A class that has the qualifier anywhere; null: none has. */
    static @Nullable CimName ofQualifier(CimName qualifier, Collection<CimClass> classes) {
        for (CimClass candidate : classes) {
            if (has(candidate, qualifier)
                    || anyHas(candidate.properties(), qualifier)
                    || anyHas(candidate.methods(), qualifier)
                    || candidate.methods().stream().anyMatch(method -> anyHas(method.parameters(), qualifier))) {
                return candidate.name();
            }
        }
        return null;
    }

    private static boolean anyHas(List<? extends Qualified> elements, CimName qualifier) {
        return elements.stream().anyMatch(element -> has(element, qualifier));
    }

    private static boolean has(Qualified element, CimName qualifier) {
        return element.qualifier(qualifier) != null;
    }
}
