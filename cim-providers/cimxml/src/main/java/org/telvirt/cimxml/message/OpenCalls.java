package org.telvirt.cimxml.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.EnumerationOperation;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.cimxml.xml.WireException;

/** The operations that open an enumeration (DSP0200 §5.4.2.24). */
final class OpenCalls {
    private static final List<String> OPTIONS =
            List.of("FilterQueryLanguage", "FilterQuery", "OperationTimeout", "ContinueOnError", "MaxObjectCount");

    private OpenCalls() {}

    /** Reads what is to be enumerated. */
    @FunctionalInterface
    private interface Enumerated {
        EnumerationOperation<?> decode(CimNamespace namespace, Parameters parameters)
                throws CimException, WireException;
    }

    static Map<String, IntrinsicCall> all() {
        return Map.of(
                "OpenEnumerateInstances",
                open(OpenCalls::instances, "ClassName", "DeepInheritance", "IncludeClassOrigin", "PropertyList"),
                "OpenEnumerateInstancePaths",
                open(OpenCalls::paths, "ClassName"),
                "OpenAssociatorInstances",
                open(
                        OpenCalls::associators,
                        "InstanceName",
                        "AssocClass",
                        "ResultClass",
                        "Role",
                        "ResultRole",
                        "IncludeClassOrigin",
                        "PropertyList"),
                "OpenAssociatorInstancePaths",
                open(OpenCalls::associatorNames, "InstanceName", "AssocClass", "ResultClass", "Role", "ResultRole"),
                "OpenReferenceInstances",
                open(
                        OpenCalls::references,
                        "InstanceName",
                        "ResultClass",
                        "Role",
                        "IncludeClassOrigin",
                        "PropertyList"),
                "OpenReferenceInstancePaths",
                open(OpenCalls::referenceNames, "InstanceName", "ResultClass", "Role"));
    }

    private static IntrinsicCall open(Enumerated enumerated, String... own) {
        List<String> names = new ArrayList<>(List.of(own));
        names.addAll(OPTIONS);
        return new IntrinsicCall(
                List.copyOf(names),
                (namespace, parameters) -> open(enumerated.decode(namespace, parameters), options(parameters)));
    }

    private static <T> OpenEnumeration<T> open(EnumerationOperation<T> enumeration, OpenOptions options) {
        return new OpenEnumeration<>(enumeration, options);
    }

    private static OpenOptions options(Parameters parameters) throws CimException, WireException {
        String language = parameters.text("FilterQueryLanguage");
        String query = parameters.text("FilterQuery");
        if ((language == null) != (query == null)) {
            throw CimException.invalidParameter("Cannot open an enumeration with "
                    + (query == null
                            ? "FilterQueryLanguage but no FilterQuery"
                            : "FilterQuery but no FilterQueryLanguage")
                    + ": give both or neither");
        }
        return options(parameters, language, query);
    }

    /** What every Open operation can say, with this filter. */
    static OpenOptions options(Parameters parameters, @Nullable String language, @Nullable String query)
            throws CimException, WireException {
        Long timeout = parameters.uint32("OperationTimeout");
        Long count = parameters.uint32("MaxObjectCount");
        return new OpenOptions(
                language,
                query,
                timeout == null ? null : Duration.ofSeconds(timeout),
                parameters.flag("ContinueOnError", false),
                count == null ? 0 : count);
    }

    private static EnumerationOperation<?> instances(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        return new EnumerateInstances(
                namespace,
                parameters.className("ClassName"),
                parameters.flag("DeepInheritance", true),
                InstanceCalls.view(parameters));
    }

    private static EnumerationOperation<?> paths(CimNamespace namespace, Parameters parameters) throws CimException {
        return new EnumerateInstanceNames(namespace, parameters.className("ClassName"));
    }

    private static EnumerationOperation<?> associators(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        return new Associators(
                namespace,
                parameters.instanceName("InstanceName"),
                AssociationCalls.filter(parameters),
                InstanceCalls.view(parameters));
    }

    private static EnumerationOperation<?> associatorNames(CimNamespace namespace, Parameters parameters)
            throws CimException {
        return new AssociatorNames(
                namespace, parameters.instanceName("InstanceName"), AssociationCalls.filter(parameters));
    }

    private static EnumerationOperation<?> references(CimNamespace namespace, Parameters parameters)
            throws CimException, WireException {
        return new References(
                namespace,
                parameters.instanceName("InstanceName"),
                AssociationCalls.filter(parameters),
                InstanceCalls.view(parameters));
    }

    private static EnumerationOperation<?> referenceNames(CimNamespace namespace, Parameters parameters)
            throws CimException {
        return new ReferenceNames(
                namespace, parameters.instanceName("InstanceName"), AssociationCalls.filter(parameters));
    }
}
