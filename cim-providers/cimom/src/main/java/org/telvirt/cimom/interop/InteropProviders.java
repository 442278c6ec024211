package org.telvirt.cimom.interop;

import static org.telvirt.cim.CimValues.bool;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.uint16;
import static org.telvirt.cim.CimValues.uint16s;
import static org.telvirt.cim.CimValues.uint32;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.schema.Schemas;
import org.telvirt.provider.Associations;
import org.telvirt.provider.FixedInstances;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;

/**
 * The namespaces, the one object manager and its doors. Clients find out by them what the server is and where to go on
 * (DSP1033 §6).
 */
public final class InteropProviders {
    private static final int OK = 2;
    private static final int ENABLED = 2;
    private static final int CIM_XML = 2;
    private static final int NOT_ADVERTISED = 2;
    private static final int BASIC_AUTHENTICATION = 3;
    private static final int BASIC_READ = 2;
    private static final int BASIC_WRITE = 3;
    private static final int SCHEMA_MANIPULATION = 4;
    private static final int INSTANCE_MANIPULATION = 5;
    private static final int ASSOCIATION_TRAVERSAL = 6;
    private static final int QUERY_EXECUTION = 7;
    private static final int QUALIFIER_DECLARATION = 8;
    private static final int PULLED_READ = 10;
    private static final int PULLED_READ_COUNT = 11;
    private static final int PULLED_QUERY_EXECUTION = 12;

    private final ServerIdentity identity;
    private final InstanceProvider objectManager;
    private final NamespaceInstances namespaces;
    private final InstanceProvider doors;

    /** Of a server whose namespaces stay those of its identity. */
    public InteropProviders(ServerIdentity identity, EnumerationLimits limits) {
        this(identity, identity::namespaces, limits);
    }

    /** Of a server whose namespaces come and go. */
    public InteropProviders(ServerIdentity identity, Schemas namespaces, EnumerationLimits limits) {
        this(identity, namespaces::names, limits);
    }

    private InteropProviders(
            ServerIdentity identity, Supplier<List<CimNamespace>> namespaces, EnumerationLimits limits) {
        this.identity = identity;
        this.objectManager = new FixedInstances(InteropNames.TELVIRT_OBJECT_MANAGER, List.of(manager()));
        this.namespaces = new NamespaceInstances(identity, namespaces);
        this.doors = new FixedInstances(
                InteropNames.TELVIRT_CIMXML,
                identity.doors().stream().map(door -> door(door, limits)).toList());
    }

    /** The provider of the one object manager, for associations that lead to it. */
    public InstanceProvider objectManager() {
        return objectManager;
    }

    /** All of this in the Interop namespace. */
    public ProviderSet in(CimNamespace interop) {
        return new ProviderSet(
                Set.of(interop),
                List.of(objectManager, namespaces, doors),
                List.of(
                        Associations.of(InteropNames.NAMESPACE_IN_MANAGER)
                                .from(InteropNames.ANTECEDENT, objectManager)
                                .to(InteropNames.DEPENDENT, namespaces)
                                .everyToEvery(),
                        Associations.of(InteropNames.COMM_MECHANISM_FOR_MANAGER)
                                .from(InteropNames.ANTECEDENT, objectManager)
                                .to(InteropNames.DEPENDENT, doors)
                                .everyToEvery()),
                List.of());
    }

    /**
     * That a system hosts the object manager and its doors (DSP1092), for both its namespace and the Interop namespace.
     *
     * @param systems the provider of the one system that the identity names
     * @param home the namespace of that system
     */
    public ProviderSet hostedBy(InstanceProvider systems, CimNamespace home, CimNamespace interop) {
        return new ProviderSet(
                Set.of(home, interop),
                List.of(),
                List.of(
                        Associations.of(InteropNames.HOSTED_SERVICE)
                                .from(InteropNames.ANTECEDENT, systems, home)
                                .to(InteropNames.DEPENDENT, objectManager, interop)
                                .everyToEvery(),
                        Associations.of(InteropNames.HOSTED_ACCESS_POINT)
                                .from(InteropNames.ANTECEDENT, systems, home)
                                .to(InteropNames.DEPENDENT, doors, interop)
                                .everyToEvery()),
                List.of());
    }

    private CimInstance manager() {
        return instance(hosted(InteropNames.TELVIRT_OBJECT_MANAGER, identity.name()))
                .with(InteropNames.ELEMENT_NAME, "Telvirt")
                .with(InteropNames.DESCRIPTION, "Telvirt " + identity.version() + ", a CIM server for virtual machines")
                .with(InteropNames.OPERATIONAL_STATUS, uint16s(OK))
                .with(InteropNames.ENABLED_STATE, uint16(ENABLED))
                .with(InteropNames.STARTED, bool(true))
                .with(InteropNames.GATHER_STATISTICAL_DATA, bool(false))
                .at(hosted(InteropNames.TELVIRT_OBJECT_MANAGER, identity.name()));
    }

    private CimInstancePath hosted(CimName className, String name) {
        return CimInstancePath.of(
                className,
                key(
                        InteropNames.SYSTEM_CREATION_CLASS_NAME,
                        identity.systemClass().toString()),
                key(InteropNames.SYSTEM_NAME, identity.systemName()),
                key(InteropNames.CREATION_CLASS_NAME, className.toString()),
                key(InteropNames.NAME, name));
    }

    private static CimKey key(CimName name, String value) {
        return new CimKey(name, text(value));
    }

    private static CimInstance.Builder instance(CimInstancePath path) {
        return CimInstance.of(path.className()).withKeys(path);
    }

    private CimInstance door(ServerIdentity.Door door, EnumerationLimits limits) {
        CimInstancePath path = hosted(InteropNames.TELVIRT_CIMXML, door.name());
        return instance(path)
                .with(InteropNames.ELEMENT_NAME, door.elementName())
                .with(InteropNames.OPERATIONAL_STATUS, uint16s(OK))
                .with(InteropNames.ENABLED_STATE, uint16(ENABLED))
                .with(InteropNames.COMMUNICATION_MECHANISM, uint16(CIM_XML))
                .with(
                        InteropNames.FUNCTIONAL_PROFILES_SUPPORTED,
                        uint16s(
                                BASIC_READ,
                                BASIC_WRITE,
                                SCHEMA_MANIPULATION,
                                INSTANCE_MANIPULATION,
                                ASSOCIATION_TRAVERSAL,
                                QUERY_EXECUTION,
                                QUALIFIER_DECLARATION,
                                PULLED_READ,
                                PULLED_READ_COUNT,
                                PULLED_QUERY_EXECUTION))
                .with(InteropNames.MULTIPLE_OPERATIONS_SUPPORTED, bool(door.batches()))
                .with(InteropNames.AUTHENTICATION_MECHANISMS_SUPPORTED, uint16s(BASIC_AUTHENTICATION))
                .with(InteropNames.VERSION, "1.2")
                .with(InteropNames.CIMXML_PROTOCOL_VERSION, uint16(1))
                .with(InteropNames.CIM_VALIDATED, bool(false))
                .with(InteropNames.ADVERTISE_TYPES, uint16s(NOT_ADVERTISED))
                .with(InteropNames.CONTINUATION_ON_ERROR, bool(true))
                .with(InteropNames.CLOSURE_ON_LIMITS, bool(false))
                .with(
                        InteropNames.MAXIMUM_TIMEOUT,
                        uint32(limits.longestTimeout().toSeconds()))
                .with(InteropNames.MINIMUM_TIMEOUT, uint32(1))
                .with(InteropNames.NO_TIMEOUT, bool(limits.endless()))
                .at(path);
    }
}
