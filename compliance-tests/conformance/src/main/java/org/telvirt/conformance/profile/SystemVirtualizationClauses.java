package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Demands;
import org.telvirt.conformance.clause.Demands.Way;
import org.telvirt.conformance.clause.Elements;
import org.telvirt.conformance.clause.Profile;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.wbem.Findings;

/** DSP1042 System Virtualization: the host, its service and what that can do; {@link ManagementClauses} has the methods. */
final class SystemVirtualizationClauses {
    private static final Elements SYSTEMS = Subject::virtualSystems;
    private static final Elements HOSTS = Subject::hosts;
    private static final Elements SERVICES = Elements.every("CIM_VirtualSystemManagementService");
    private static final Elements CAPABILITIES = Elements.every("CIM_VirtualSystemManagementCapabilities");
    private static final long LAST_METHOD = 10;

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1042 CIM_System",
                    "there is a host, with its mandatory properties",
                    Demands.say(HOSTS, "CreationClassName", "Name", "ElementName", "EnabledState")),
            Clause.of(
                    "DSP1042 CIM_HostedDependency",
                    "every virtual system is hosted by exactly one host, and no host by a virtual system",
                    Demands.all(
                            Demands.toOne(
                                    SYSTEMS, new Way("CIM_HostedDependency", "Dependent", "Antecedent", "CIM_System")),
                            Demands.toSome(
                                    HOSTS,
                                    new Way("CIM_HostedDependency", "Antecedent", "Dependent", "CIM_ComputerSystem")))),
            Clause.of(
                    "DSP1042 CIM_VirtualSystemManagementCapabilities",
                    "every host leads by CIM_ElementCapabilities to the capabilities of its management",
                    Demands.toSome(
                            HOSTS,
                            new Way(
                                    "CIM_ElementCapabilities",
                                    "ManagedElement",
                                    "Capabilities",
                                    "CIM_VirtualSystemManagementCapabilities"))),
            Clause.of(
                    "DSP1042 CIM_VirtualSystemManagementCapabilities",
                    "the capabilities name types OrgID:type, and each method at most once",
                    Demands.all(Demands.identified(CAPABILITIES), SystemVirtualizationClauses::capabilities)),
            Clause.of(
                    "DSP1042 CIM_VirtualSystemManagementService",
                    "the service has its keys, and is hosted by exactly one host",
                    Demands.all(
                            Demands.say(
                                    SERVICES,
                                    "SystemCreationClassName",
                                    "SystemName",
                                    "CreationClassName",
                                    "Name",
                                    "ElementName"),
                            Demands.toOne(
                                    SERVICES, new Way("CIM_HostedService", "Dependent", "Antecedent", "CIM_System")))),
            Clause.of(
                    "DSP1042 CIM_ServiceAffectsElement",
                    "the service affects every virtual system",
                    Demands.toSome(
                            SYSTEMS,
                            new Way(
                                    "CIM_ServiceAffectsElement",
                                    "AffectedElement",
                                    "AffectingElement",
                                    "CIM_VirtualSystemManagementService"))),
            Clause.of(
                            "DSP1042 8.2.1",
                            "DefineSystem makes a virtual system in the state Defined as it was asked for",
                            ManagementClauses::define)
                    .proving("VMDEF2 processors", "VMDEF2 memory"),
            Clause.of("DSP1042 8.2.1", "DefineSystem fills in what it is not told", ManagementClauses::defineDefault),
            Clause.of(
                    "DSP1042 8.2.1",
                    "DefineSystem takes what is not said from the reference configuration",
                    ManagementClauses::reference),
            Clause.of("DSP1042 8.2.1", "DefineSystem does all or nothing", ManagementClauses::allOrNothing),
            Clause.of(
                    "DSP1042 8.2.2",
                    "DestroySystem removes a virtual system in any state with all that is its own",
                    ManagementClauses::destroy),
            Clause.of(
                    "DSP1042 8.2.3",
                    "AddResourceSettings adds to a configuration and gives the results in the order of the input",
                    ManagementClauses::add),
            Clause.of(
                    "DSP1042 8.2.4",
                    "ModifyResourceSettings changes what its InstanceID names, and refuses without one",
                    ManagementClauses::modifyResources),
            Clause.of(
                    "DSP1042 8.2.5",
                    "ModifySystemSettings changes what its InstanceID names, and refuses without one",
                    ManagementClauses::modifySystem),
            Clause.of(
                    "DSP1042 8.2.6",
                    "RemoveResourceSettings removes, and refuses what is not there",
                    ManagementClauses::remove),
            Clause.of(
                    "DSP1042 8.3",
                    "snapshots are made, found, applied and destroyed, and a type that is not supported is 6",
                    SnapshotClauses::check));

    private SystemVirtualizationClauses() {}

    static Profile profile() {
        return new Profile("DSP1042", "System Virtualization", true, CLAUSES);
    }

    private static void capabilities(Subject subject, Findings findings) throws CimException {
        for (CimInstance capabilities : CAPABILITIES.of(subject)) {
            if (capabilities.value(CimName.of("VirtualSystemTypesSupported")) instanceof CimValue.Array types) {
                for (CimValue type : types.elements()) {
                    findings.unless(
                            type instanceof CimValue.Text text && text.value().matches("[^:]+:.+"),
                            path(capabilities),
                            "VirtualSystemTypesSupported lists " + type + ", which has no organization");
                }
            }
            Set<Long> seen = new TreeSet<>();
            for (String property : List.of("SynchronousMethodsSupported", "AsynchronousMethodsSupported")) {
                for (long method : Demands.numbers(capabilities, property)) {
                    // AddResourceSettings is 10 and not 1: libvirt-cim had that wrong
                    findings.unless(
                            method > 1 && method <= LAST_METHOD,
                            path(capabilities),
                            property + " lists " + method + ", which is no method");
                    seen.add(method);
                }
            }
            findings.unless(!seen.isEmpty(), path(capabilities), "supports no method, although there is a service");
        }
    }
}
