package org.telvirt.providers.rig;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.References;
import org.telvirt.cimom.Cimom;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.schema.Schema;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.simulated.ManualTime;
import org.telvirt.mof.MofObjectReader;
import org.telvirt.providers.VirtualizationProviders;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;

/** The object manager with all these providers, as a client calls it; a mistake of a provider fails the test. */
public final class CimServer {
    private static final CallContext CONTEXT =
            new CallContext("tester", "", "test", "1", "vf.example:5989", List.of(), null);
    private static final Defects FATAL = mistake -> {
        throw new AssertionError(mistake);
    };

    private final Cimom cimom;

    public CimServer(VirtualizationFacility facility, ManualTime time) {
        Schemas schemas = Schemas.none()
                .with(new Schema(Namespaces.VIRT, CimSchema.all()))
                .with(new Schema(Namespaces.INTEROP, CimSchema.all()), CimNamespace.of("interop"));
        this.cimom = Cimom.of(
                schemas,
                VirtualizationProviders.of(facility, time),
                List.of(new MofObjectReader(CimSchema.all())),
                EnumerationLimits.DEFAULT,
                time,
                FATAL);
    }

    /** Performs an operation. */
    public <R> R execute(CimOperation<R> operation) throws CimException {
        return cimom.execute(operation, CONTEXT);
    }

    /** All instances of a class and its subclasses in root/virt. */
    public List<CimInstance> enumerate(String className) throws CimException {
        return enumerate(Namespaces.VIRT, className);
    }

    /** All instances of a class and its subclasses. */
    public List<CimInstance> enumerate(CimNamespace namespace, String className) throws CimException {
        return execute(new EnumerateInstances(namespace, CimName.of(className), true, InstanceView.ALL))
                .toList();
    }

    /** The only instance of a class in root/virt. */
    public CimInstance only(String className) throws CimException {
        List<CimInstance> all = enumerate(className);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " instances of " + className);
        }
        return all.get(0);
    }

    /** One instance. */
    public CimInstance get(CimInstancePath path) throws CimException {
        CimNamespace namespace = path.namespace() == null ? Namespaces.VIRT : path.namespace();
        return execute(new GetInstance(namespace, path.in(null).on(null), InstanceView.ALL));
    }

    /** A virtual system. */
    public CimInstance system(SystemId id) throws CimException {
        return get(SystemPath.of(id));
    }

    /** The instances that an association leads to, from this role of the source. */
    public List<CimInstance> associators(@Nullable CimInstancePath source, String association, @Nullable String role)
            throws CimException {
        return associators(Namespaces.VIRT, source, association, role);
    }

    /** The same, asked in a namespace. */
    public List<CimInstance> associators(
            CimNamespace namespace, @Nullable CimInstancePath source, String association, @Nullable String role)
            throws CimException {
        AssociationFilter filter =
                new AssociationFilter(CimName.of(association), null, role == null ? null : CimName.of(role), null);
        return execute(new Associators(namespace, local(source), filter, InstanceView.ALL))
                .toList();
    }

    /** The associations of a class that an instance takes part in. */
    public List<CimInstance> references(@Nullable CimInstancePath source, String association) throws CimException {
        AssociationFilter filter = new AssociationFilter(null, CimName.of(association), null, null);
        return execute(new References(Namespaces.VIRT, local(source), filter, InstanceView.ALL))
                .toList();
    }

    private static CimInstancePath local(@Nullable CimInstancePath path) {
        if (path == null) {
            throw new AssertionError("no path");
        }
        return path.in(null).on(null);
    }

    /** Calls a method of an instance in root/virt. */
    public Reply call(@Nullable CimInstancePath target, String method, CimArgument... arguments) throws CimException {
        return call(Namespaces.VIRT, target, method, arguments);
    }

    /** Calls a method of an instance. */
    public Reply call(CimNamespace namespace, @Nullable CimInstancePath target, String method, CimArgument... arguments)
            throws CimException {
        return new Reply(execute(new InvokeMethod(namespace, local(target), CimName.of(method), List.of(arguments))));
    }

    /** Calls a method of the management service. */
    public Reply manage(String method, CimArgument... arguments) throws CimException {
        return call(only("CIM_VirtualSystemManagementService").path(), method, arguments);
    }

    /** Asks a virtual system for a state. */
    public Reply requestState(SystemId id, int state) throws CimException {
        return call(SystemPath.of(id), "RequestStateChange", argument("RequestedState", CimValues.uint16(state)));
    }

    public static CimArgument argument(String name, @Nullable CimValue value) {
        return new CimArgument(CimName.of(name), null, value);
    }

    /** An embedded instance. */
    public static CimArgument settings(String name, Settings settings) {
        return argument(name, CimValues.embedded(settings.build()));
    }

    /** An array of embedded instances. */
    public static CimArgument settings(String name, List<Settings> settings) {
        return argument(
                name, CimValues.embeddeds(settings.stream().map(Settings::build).toList()));
    }

    public static CimArgument reference(String name, CimInstancePath path) {
        return argument(name, CimValues.reference(path));
    }

    public static CimArgument references(String name, List<CimInstancePath> paths) {
        return argument(name, CimValues.references(new ArrayList<>(paths)));
    }
}
