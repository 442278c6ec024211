package org.telvirt.cimxml.message;

import java.util.Map;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorClassPaths;
import org.telvirt.cim.operation.AssociatorClasses;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.ClassView;
import org.telvirt.cim.operation.ReferenceClassPaths;
import org.telvirt.cim.operation.ReferenceClasses;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.cimxml.xml.WireException;

/** The operations that follow associations (DSP0200 §5.4.2.14 to 17), from an instance or from a class. */
final class AssociationCalls {
    private AssociationCalls() {}

    static Map<String, IntrinsicCall> all() {
        return Map.of(
                "Associators",
                IntrinsicCall.of(
                        AssociationCalls::associators,
                        "ObjectName",
                        "AssocClass",
                        "ResultClass",
                        "Role",
                        "ResultRole",
                        "IncludeQualifiers",
                        "IncludeClassOrigin",
                        "PropertyList"),
                "AssociatorNames",
                IntrinsicCall.of(
                        AssociationCalls::associatorNames,
                        "ObjectName",
                        "AssocClass",
                        "ResultClass",
                        "Role",
                        "ResultRole"),
                "References",
                IntrinsicCall.of(
                        AssociationCalls::references,
                        "ObjectName",
                        "ResultClass",
                        "Role",
                        "IncludeQualifiers",
                        "IncludeClassOrigin",
                        "PropertyList"),
                "ReferenceNames",
                IntrinsicCall.of(AssociationCalls::referenceNames, "ObjectName", "ResultClass", "Role"));
    }

    private static CimOperation<?> associators(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        CimObjectPath source = parameters.objectName("ObjectName");
        AssociationFilter filter = filter(parameters);
        return source instanceof CimInstancePath path
                ? new Associators(namespace, path, filter, InstanceCalls.view(parameters))
                : new AssociatorClasses(namespace, source.className(), filter, classView(parameters));
    }

    private static CimOperation<?> associatorNames(CimNamespace namespace, Parameters parameters) throws CimException {
        CimObjectPath source = parameters.objectName("ObjectName");
        AssociationFilter filter = filter(parameters);
        return source instanceof CimInstancePath path
                ? new AssociatorNames(namespace, path, filter)
                : new AssociatorClassPaths(namespace, source.className(), filter);
    }

    private static CimOperation<?> references(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        CimObjectPath source = parameters.objectName("ObjectName");
        AssociationFilter filter = filter(parameters);
        return source instanceof CimInstancePath path
                ? new References(namespace, path, filter, InstanceCalls.view(parameters))
                : new ReferenceClasses(namespace, source.className(), filter, classView(parameters));
    }

    private static CimOperation<?> referenceNames(CimNamespace namespace, Parameters parameters) throws CimException {
        CimObjectPath source = parameters.objectName("ObjectName");
        AssociationFilter filter = filter(parameters);
        return source instanceof CimInstancePath path
                ? new ReferenceNames(namespace, path, filter)
                : new ReferenceClassPaths(namespace, source.className(), filter);
    }

    /** The filter; for references what they have no parameter for is null. */
    static AssociationFilter filter(Parameters parameters) throws CimException {
        return new AssociationFilter(
                parameters.optionalClassName("AssocClass"),
                parameters.optionalClassName("ResultClass"),
                parameters.nameText("Role"),
                parameters.nameText("ResultRole"));
    }

    private static ClassView classView(Parameters parameters) throws CimException, WireException {
        return new ClassView(
                false,
                parameters.flag("IncludeQualifiers", false),
                parameters.flag("IncludeClassOrigin", false),
                parameters.propertyList());
    }
}
