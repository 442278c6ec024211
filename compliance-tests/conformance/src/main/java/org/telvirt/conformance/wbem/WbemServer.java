package org.telvirt.conformance.wbem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;

/**
 * A server by its operations. All paths that it gives have a namespace and no host, so that they can be compared. Its
 * classes are read once for each namespace.
 */
public final class WbemServer {
    private static final Set<CimStatus> NOT_THERE =
            Set.of(CimStatus.NOT_FOUND, CimStatus.INVALID_CLASS, CimStatus.INVALID_NAMESPACE);

    private final CimService service;
    private final CallContext context;
    private final Map<CimNamespace, ClassTree> trees = new LinkedHashMap<>();

    /**
     * @param context who asks
     */
    public WbemServer(CimService service, CallContext context) {
        this.service = service;
        this.context = context;
    }

    /** Performs any operation. */
    public <R> R execute(CimOperation<R> operation) throws CimException {
        return service.execute(operation, context);
    }

    /** The classes of a namespace. */
    public ClassTree classes(CimNamespace namespace) throws CimException {
        ClassTree known = trees.get(namespace);
        if (known == null) {
            known = ClassTree.of(service, namespace, context);
            trees.put(namespace, known);
        }
        return known;
    }

    /** Whether there is such a namespace with such a class. */
    public boolean has(CimNamespace namespace, String className) throws CimException {
        try {
            return classes(namespace).find(CimName.of(className)) != null;
        } catch (CimException e) {
            if (NOT_THERE.contains(e.status())) {
                return false;
            }
            throw e;
        }
    }

    /** All instances of a class and its subclasses; none where the namespace has no such class. */
    public List<CimInstance> enumerate(CimNamespace namespace, String className) throws CimException {
        if (!has(namespace, className)) {
            return List.of();
        }
        EnumerateInstances all = new EnumerateInstances(namespace, CimName.of(className), true, InstanceView.ALL);
        return instances(execute(all), namespace);
    }

    /** The paths of all instances of a class and its subclasses; none where the namespace has no such class. */
    public List<CimInstancePath> names(CimNamespace namespace, String className) throws CimException {
        return has(namespace, className)
                ? paths(execute(new EnumerateInstanceNames(namespace, CimName.of(className))), namespace)
                : List.of();
    }

    /** The instance at a path; null: there is none. */
    public @Nullable CimInstance get(CimInstancePath path) throws CimException {
        CimNamespace namespace = namespace(path);
        try {
            return execute(new GetInstance(namespace, bare(path), InstanceView.ALL))
                    .at(path.on(null));
        } catch (CimException e) {
            if (NOT_THERE.contains(e.status())) {
                return null;
            }
            throw e;
        }
    }

    /** What is associated with an instance. */
    public List<CimInstance> associators(CimInstancePath source, AssociationFilter filter) throws CimException {
        CimNamespace namespace = namespace(source);
        return instances(execute(new Associators(namespace, bare(source), filter, InstanceView.ALL)), namespace);
    }

    /** What is associated with an instance by an association class, whatever the roles. */
    public List<CimInstance> associators(CimInstancePath source, String association, String result)
            throws CimException {
        return associators(source, new AssociationFilter(CimName.of(association), CimName.of(result), null, null));
    }

    /** The paths of what is associated with an instance. */
    public List<CimInstancePath> associatorNames(CimInstancePath source, AssociationFilter filter) throws CimException {
        CimNamespace namespace = namespace(source);
        return paths(execute(new AssociatorNames(namespace, bare(source), filter)), namespace);
    }

    /** The associations that refer to an instance. */
    public List<CimInstance> references(CimInstancePath source, AssociationFilter filter) throws CimException {
        CimNamespace namespace = namespace(source);
        return instances(execute(new References(namespace, bare(source), filter, InstanceView.ALL)), namespace);
    }

    /** The associations of one class that refer to an instance in this role. */
    public List<CimInstance> references(CimInstancePath source, String association, String role) throws CimException {
        return references(source, new AssociationFilter(null, CimName.of(association), CimName.of(role), null));
    }

    /** The paths of the associations that refer to an instance. */
    public List<CimInstancePath> referenceNames(CimInstancePath source, AssociationFilter filter) throws CimException {
        CimNamespace namespace = namespace(source);
        return paths(execute(new ReferenceNames(namespace, bare(source), filter)), namespace);
    }

    /** Calls a method; an error is an outcome. */
    public Outcome invoke(CimInstancePath target, String method, CimArgument... arguments) {
        try {
            MethodResult result =
                    execute(new InvokeMethod(namespace(target), bare(target), CimName.of(method), List.of(arguments)));
            return Outcome.of(result.returnValue(), result.outputs());
        } catch (CimException e) {
            return Outcome.error(e.status(), String.valueOf(e.getMessage()));
        }
    }

    /** The namespace of a path that this server gave. */
    public static CimNamespace namespace(CimInstancePath path) {
        return Objects.requireNonNull(path.namespace(), () -> path + " says no namespace");
    }

    /** The path without host, in a namespace unless it says one itself. */
    public static CimInstancePath whole(CimInstancePath path, CimNamespace namespace) {
        CimInstancePath here = path.on(null);
        return here.namespace() == null ? here.in(namespace) : here;
    }

    private static CimInstancePath bare(CimInstancePath path) {
        return path.on(null).in(null);
    }

    private static List<CimInstance> instances(CimCursor<CimInstance> cursor, CimNamespace namespace)
            throws CimException {
        List<CimInstance> instances = new ArrayList<>();
        for (CimInstance instance : read(cursor)) {
            CimInstancePath path = Objects.requireNonNull(
                    instance.path(), () -> "an instance of " + instance.className() + " without path");
            instances.add(instance.at(whole(path, namespace)));
        }
        return instances;
    }

    private static List<CimInstancePath> paths(CimCursor<CimInstancePath> cursor, CimNamespace namespace)
            throws CimException {
        return read(cursor).stream().map(path -> whole(path, namespace)).toList();
    }

    private static <T> List<T> read(CimCursor<T> cursor) throws CimException {
        try (cursor) {
            return cursor.toList();
        }
    }
}
