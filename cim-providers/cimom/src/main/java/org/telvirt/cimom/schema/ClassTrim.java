package org.telvirt.cimom.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.operation.ClassView;

/**
 * Leaves out of a class what an answer does not show (DSP0200 §5.4.2.1). LocalOnly drops what is inherited unchanged,
 * qualifiers too; a property list names properties only.
 */
public final class ClassTrim {
    private ClassTrim() {}

    /** The class as the view shows it. */
    public static CimClass trimmed(CimClass whole, ClassView view) {
        return new CimClass(
                whole.name(),
                whole.superclass(),
                qualifiers(whole.qualifiers(), view),
                properties(whole.properties(), view),
                methods(whole.methods(), view));
    }

    private static List<CimQualifier> qualifiers(List<CimQualifier> all, ClassView view) {
        if (!view.includeQualifiers()) {
            return List.of();
        }
        return view.localOnly()
                ? all.stream().filter(qualifier -> !qualifier.propagated()).toList()
                : all;
    }

    private static List<CimPropertyDeclaration> properties(List<CimPropertyDeclaration> all, ClassView view) {
        Set<CimName> listed = view.propertyList();
        List<CimPropertyDeclaration> shown = new ArrayList<>(all.size());
        for (CimPropertyDeclaration property : all) {
            if ((!view.localOnly() || !property.propagated()) && (listed == null || listed.contains(property.name()))) {
                shown.add(new CimPropertyDeclaration(
                        property.name(),
                        property.type(),
                        property.defaultValue(),
                        qualifiers(property.qualifiers(), view),
                        view.includeClassOrigin() ? property.classOrigin() : null,
                        property.propagated()));
            }
        }
        return shown;
    }

    private static List<CimMethod> methods(List<CimMethod> all, ClassView view) {
        List<CimMethod> shown = new ArrayList<>(all.size());
        for (CimMethod method : all) {
            if (!view.localOnly() || !method.propagated()) {
                shown.add(new CimMethod(
                        method.name(),
                        method.returnType(),
                        parameters(method.parameters(), view),
                        qualifiers(method.qualifiers(), view),
                        view.includeClassOrigin() ? method.classOrigin() : null,
                        method.propagated()));
            }
        }
        return shown;
    }

    private static List<CimParameter> parameters(List<CimParameter> all, ClassView view) {
        return all.stream()
                .map(parameter ->
                        new CimParameter(parameter.name(), parameter.type(), qualifiers(parameter.qualifiers(), view)))
                .toList();
    }
}
