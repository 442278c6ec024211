package org.telvirt.schema;

import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;

/** Takes the prose out of classes and leaves the structure. */
final class Structure {
    private static final Set<CimName> PROSE =
            Set.of(CimName.of("Description"), CimName.of("DisplayName"), CimName.of("DisplayDescription"));

    private Structure() {}

    static CimClass of(CimClass definition) {
        return new CimClass(
                definition.name(),
                definition.superclass(),
                bare(definition.qualifiers()),
                definition.properties().stream().map(Structure::of).toList(),
                definition.methods().stream().map(Structure::of).toList());
    }

    private static CimPropertyDeclaration of(CimPropertyDeclaration property) {
        return new CimPropertyDeclaration(
                property.name(),
                property.type(),
                property.defaultValue(),
                bare(property.qualifiers()),
                property.classOrigin(),
                property.propagated());
    }

    private static CimMethod of(CimMethod method) {
        List<CimParameter> parameters = method.parameters().stream()
                .map(parameter -> new CimParameter(parameter.name(), parameter.type(), bare(parameter.qualifiers())))
                .toList();
        return new CimMethod(
                method.name(),
                method.returnType(),
                parameters,
                bare(method.qualifiers()),
                method.classOrigin(),
                method.propagated());
    }

    private static List<CimQualifier> bare(List<CimQualifier> qualifiers) {
        return qualifiers.stream()
                .filter(qualifier -> !PROSE.contains(qualifier.name()))
                .toList();
    }
}
