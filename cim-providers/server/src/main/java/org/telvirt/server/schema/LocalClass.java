package org.telvirt.server.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;

/** What a class says itself, without what it inherits: the form in which classes are created and compared. */
final class LocalClass {
    private LocalClass() {}

    static CimClass of(CimClass whole) {
        return new CimClass(
                whole.name(),
                whole.superclass(),
                own(whole.qualifiers()),
                whole.properties().stream()
                        .filter(property -> !property.propagated())
                        .map(LocalClass::of)
                        .toList(),
                whole.methods().stream()
                        .filter(method -> !method.propagated())
                        .map(LocalClass::of)
                        .toList());
    }

    /** Whether two classes say the same, in whatever order. */
    static boolean isSame(CimClass one, CimClass other) {
        return one.name().equals(other.name())
                && String.valueOf(one.superclass()).equalsIgnoreCase(String.valueOf(other.superclass()))
                && unordered(of(one).qualifiers()).equals(unordered(of(other).qualifiers()))
                && unordered(of(one).properties()).equals(unordered(of(other).properties()))
                && unordered(of(one).methods()).equals(unordered(of(other).methods()));
    }

    private static Object unordered(List<?> list) {
        return list.stream().collect(Collectors.toSet());
    }

    private static List<CimQualifier> own(List<CimQualifier> qualifiers) {
        return qualifiers.stream().filter(qualifier -> !qualifier.propagated()).toList();
    }

    private static CimPropertyDeclaration of(CimPropertyDeclaration property) {
        return new CimPropertyDeclaration(
                property.name(), property.type(), property.defaultValue(), own(property.qualifiers()), null, false);
    }

    private static CimMethod of(CimMethod method) {
        return new CimMethod(
                method.name(), method.returnType(), method.parameters(), own(method.qualifiers()), null, false);
    }
}
