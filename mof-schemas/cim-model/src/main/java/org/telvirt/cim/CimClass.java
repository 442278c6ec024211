package org.telvirt.cim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class, as written or, from a class repository, resolved: with all that it inherits.
 *
 * @param superclass null: a root class
 */
public record CimClass(
        CimName name,
        @Nullable CimName superclass,
        List<CimQualifier> qualifiers,
        List<CimPropertyDeclaration> properties,
        List<CimMethod> methods)
        implements CimObject, Qualified {

    /** Copies the lists. */
    public CimClass {
        qualifiers = List.copyOf(qualifiers);
        properties = List.copyOf(properties);
        methods = List.copyOf(methods);
    }

    /** The property or reference of this name; null: there is none. */
    public @Nullable CimPropertyDeclaration property(CimName propertyName) {
        for (CimPropertyDeclaration property : properties) {
            if (property.name().equals(propertyName)) {
                return property;
            }
        }
        return null;
    }

    /** The method of this name; null: there is none. */
    public @Nullable CimMethod method(CimName methodName) {
        for (CimMethod method : methods) {
            if (method.name().equals(methodName)) {
                return method;
            }
        }
        return null;
    }

    public boolean isAbstract() {
        return has(QualifierNames.ABSTRACT);
    }

    public boolean isAssociation() {
        return has(QualifierNames.ASSOCIATION);
    }

    public boolean isIndication() {
        return has(QualifierNames.INDICATION);
    }

    /** The key properties in the order of declaration; empty: a singleton or keyless class. */
    public List<CimPropertyDeclaration> keys() {
        return properties.stream().filter(CimPropertyDeclaration::isKey).toList();
    }
}
