package org.telvirt.cimxml.message;

import java.util.Map;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.SetProperty;
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
                IntrinsicCall.of(InstanceCalls::enumerateInstanceNames, "ClassName"),
                "CreateInstance",
                IntrinsicCall.of(InstanceCalls::createInstance, "NewInstance"),
                "ModifyInstance",
                IntrinsicCall.of(
                        InstanceCalls::modifyInstance, "ModifiedInstance", "IncludeQualifiers", "PropertyList"),
                "DeleteInstance",
                IntrinsicCall.of(InstanceCalls::deleteInstance, "InstanceName"),
                "GetProperty",
                IntrinsicCall.of(InstanceCalls::getProperty, "InstanceName", "PropertyName"),
                "SetProperty",
                IntrinsicCall.of(InstanceCalls::setProperty, "InstanceName", "PropertyName", "NewValue"));
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

    private static CimOperation<?> createInstance(CimNamespace namespace, Parameters parameters) throws CimException {
        // a new instance chooses its own place
        return new CreateInstance(namespace, parameters.instance("NewInstance").at(null));
    }

    private static CimOperation<?> modifyInstance(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        CimInstance instance = parameters.instance("ModifiedInstance");
        CimInstancePath path = instance.path();
        if (path == null) {
            throw CimException.invalidParameter(
                    "Cannot perform ModifyInstance: an INSTANCE alone does not say which one"
                            + " it is; ModifiedInstance must be a VALUE.NAMEDINSTANCE");
        }
        if (!path.className().equals(instance.className())) {
            throw CimException.invalidParameter("Cannot perform ModifyInstance: the path names the class "
                    + path.className() + " and the instance the class " + instance.className()
                    + "; they must be the same");
        }
        parameters.flag("IncludeQualifiers", false);
        return new ModifyInstance(namespace, path, instance.at(null), parameters.propertyList());
    }

    private static CimOperation<?> deleteInstance(CimNamespace namespace, Parameters parameters) throws CimException {
        return new DeleteInstance(namespace, parameters.instanceName("InstanceName"));
    }

    private static CimOperation<?> getProperty(CimNamespace namespace, Parameters parameters) throws CimException {
        return new GetProperty(
                namespace, parameters.instanceName("InstanceName"), parameters.requiredNameText("PropertyName"));
    }

    private static CimOperation<?> setProperty(CimNamespace namespace, Parameters parameters) throws CimException {
        return new SetProperty(
                namespace,
                parameters.instanceName("InstanceName"),
                parameters.requiredNameText("PropertyName"),
                parameters.value("NewValue"));
    }

    /** The view; the deprecated flags must be valid and mean nothing. */
    static InstanceView view(Parameters parameters) throws CimException, WireException {
        parameters.flag("LocalOnly", false);
        parameters.flag("IncludeQualifiers", false);
        return new InstanceView(parameters.propertyList(), parameters.flag("IncludeClassOrigin", false));
    }
}
