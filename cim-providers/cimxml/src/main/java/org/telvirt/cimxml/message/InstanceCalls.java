package org.telvirt.cimxml.message;

import java.util.Map;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimxml.xml.WireException;

/** The operations on instances (DSP0200 §5.4.2). */
final class InstanceCalls {
    private InstanceCalls() {}

    static Map<String, IntrinsicCall> all() {
        return Map.of(
                "GetInstance",
                IntrinsicCall.of(
                        InstanceCalls::getInstance,
                        "InstanceName",
                        "LocalOnly",
                        "IncludeQualifiers",
                        "IncludeClassOrigin",
                        "PropertyList"),
                "EnumerateInstances",
                IntrinsicCall.of(
                        InstanceCalls::enumerateInstances,
                        "ClassName",
                        "LocalOnly",
                        "DeepInheritance",
                        "IncludeQualifiers",
                        "IncludeClassOrigin",
                        "PropertyList"),
                "EnumerateInstanceNames",
                IntrinsicCall.of(InstanceCalls::enumerateInstanceNames, "ClassName"));
    }

    private static CimOperation<?> getInstance(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        return new GetInstance(namespace, parameters.instanceName("InstanceName"), view(parameters));
    }

    private static CimOperation<?> enumerateInstances(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        return new EnumerateInstances(
                namespace,
                parameters.className("ClassName"),
                parameters.flag("DeepInheritance", true),
                view(parameters));
    }

    private static CimOperation<?> enumerateInstanceNames(CimNamespace namespace, Parameters parameters)
            throws CimException {
        return new EnumerateInstanceNames(namespace, parameters.className("ClassName"));
    }

    /** The view; the deprecated flags must be valid and mean nothing. */
    static InstanceView view(Parameters parameters) throws CimException, WireException {
        parameters.flag("LocalOnly", false);
        parameters.flag("IncludeQualifiers", false);
        return new InstanceView(parameters.propertyList(), parameters.flag("IncludeClassOrigin", false));
    }
}
