package org.telvirt.cimom.consistency;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;

/** Asks the service in the namespace of each path; gives paths with a namespace and without a host. */
record Client(CimService service, CallContext context) {

    List<CimName> rootClasses(CimNamespace namespace) throws CimException {
        return service.execute(new EnumerateClassNames(namespace, null, false), context)
                .toList();
    }

    /** The class and all its subclasses. */
    Set<CimName> subclasses(CimNamespace namespace, CimName className) throws CimException {
        Set<CimName> classes =
                new HashSet<>(service.execute(new EnumerateClassNames(namespace, className, true), context)
                        .toList());
        classes.add(className);
        return classes;
    }

    List<CimInstance> instances(CimNamespace namespace, CimName className) throws CimException {
        return located(
                namespace,
                service.execute(new EnumerateInstances(namespace, className, true, InstanceView.ALL), context)
                        .toList());
    }

    List<CimInstancePath> names(CimNamespace namespace, CimName className) throws CimException {
        return paths(
                namespace,
                service.execute(new EnumerateInstanceNames(namespace, className), context)
                        .toList());
    }

    /** Null: the service has a reason not to give it, which goes into the findings. */
    @Nullable
    CimInstance get(CimInstancePath path, Findings findings) {
        try {
            CimInstance found =
                    service.execute(new GetInstance(namespace(path), path.in(null), InstanceView.ALL), context);
            return found.at(path);
        } catch (CimException e) {
            findings.add("GetInstance of " + path + " gives " + e.status() + ": " + e.getMessage());
            return null;
        }
    }

    List<CimInstance> associators(CimInstancePath path) throws CimException {
        CimNamespace namespace = namespace(path);
        return located(
                namespace,
                service.execute(
                                new Associators(namespace, path.in(null), AssociationFilter.ANY, InstanceView.ALL),
                                context)
                        .toList());
    }

    List<CimInstancePath> associatorNames(CimInstancePath path, AssociationFilter filter) throws CimException {
        CimNamespace namespace = namespace(path);
        return paths(
                namespace,
                service.execute(new AssociatorNames(namespace, path.in(null), filter), context)
                        .toList());
    }

    List<CimInstance> references(CimInstancePath path) throws CimException {
        CimNamespace namespace = namespace(path);
        return located(
                namespace,
                service.execute(
                                new References(namespace, path.in(null), AssociationFilter.ANY, InstanceView.ALL),
                                context)
                        .toList());
    }

    List<CimInstancePath> referenceNames(CimInstancePath path) throws CimException {
        CimNamespace namespace = namespace(path);
        return paths(
                namespace,
                service.execute(new ReferenceNames(namespace, path.in(null), AssociationFilter.ANY), context)
                        .toList());
    }

    private static CimNamespace namespace(CimInstancePath path) {
        return Objects.requireNonNull(path.namespace(), "a path without a namespace");
    }

    private static List<CimInstance> located(CimNamespace namespace, List<CimInstance> instances) {
        return instances.stream()
                .map(instance -> instance.at(
                        located(namespace, Objects.requireNonNull(instance.path(), "an instance without a path"))))
                .toList();
    }

    private static List<CimInstancePath> paths(CimNamespace namespace, List<CimInstancePath> paths) {
        return paths.stream().map(path -> located(namespace, path)).toList();
    }

    static CimInstancePath located(CimNamespace namespace, CimInstancePath path) {
        return (path.namespace() == null ? path.in(namespace) : path).on(null);
    }
}
