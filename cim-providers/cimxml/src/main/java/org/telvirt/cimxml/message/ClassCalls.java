package org.telvirt.cimxml.message;

import java.util.Map;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateClasses;
import org.telvirt.cim.operation.GetClass;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.cimxml.xml.WireException;

/** The operations on classes (DSP0200 §5.4.2). */
final class ClassCalls {
    private ClassCalls() {}

    static Map<String, IntrinsicCall> all() {
        return Map.of(
                "GetClass",
                IntrinsicCall.of(
                        ClassCalls::getClass,
                        "ClassName",
                        "LocalOnly",
                        "IncludeQualifiers",
                        "IncludeClassOrigin",
                        "PropertyList"),
                "EnumerateClasses",
                IntrinsicCall.of(
                        ClassCalls::enumerateClasses,
                        "ClassName",
                        "DeepInheritance",
                        "LocalOnly",
                        "IncludeQualifiers",
                        "IncludeClassOrigin"),
                "EnumerateClassNames",
                IntrinsicCall.of(ClassCalls::enumerateClassNames, "ClassName", "DeepInheritance"),
                "CreateClass",
                IntrinsicCall.of(
                        (namespace, parameters) -> new CreateClass(namespace, parameters.cimClass("NewClass")),
                        "NewClass"),
                "ModifyClass",
                IntrinsicCall.of(
                        (namespace, parameters) -> new ModifyClass(namespace, parameters.cimClass("ModifiedClass")),
                        "ModifiedClass"),
                "DeleteClass",
                IntrinsicCall.of(
                        (namespace, parameters) -> new DeleteClass(namespace, parameters.className("ClassName")),
                        "ClassName"));
    }

    private static CimOperation<?> getClass(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        return new GetClass(namespace, parameters.className("ClassName"), view(parameters));
    }

    private static CimOperation<?> enumerateClasses(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        return new EnumerateClasses(
                namespace,
                parameters.optionalClassName("ClassName"),
                parameters.flag("DeepInheritance", false),
                view(parameters));
    }

    private static CimOperation<?> enumerateClassNames(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        return new EnumerateClassNames(
                namespace, parameters.optionalClassName("ClassName"), parameters.flag("DeepInheritance", false));
    }

    private static ClassView view(Parameters parameters) throws CimException, WireException {
        return new ClassView(
                parameters.flag("LocalOnly", true),
                parameters.flag("IncludeQualifiers", true),
                parameters.flag("IncludeClassOrigin", false),
                parameters.propertyList());
    }
}
