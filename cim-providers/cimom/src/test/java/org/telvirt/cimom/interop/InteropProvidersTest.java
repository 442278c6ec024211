package org.telvirt.cimom.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.QualifierNames;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.consistency.ConsistencyCrawler;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.fleet.Failures;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestSchema;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.provider.FixedInstances;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1033 6")
class InteropProvidersTest {
    private final TestServer server = TestServer.of(new Fleet());

    private List<CimInstance> enumerate(String namespace, String className) throws CimException {
        return server.execute(
                        new EnumerateInstances(CimNamespace.of(namespace), name(className), true, InstanceView.ALL))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"interop", "root/interop", "root/PG_InterOp", "Root/PG_Interop"})
    void namespacesAreListedUnderEveryNameOfTheInteropNamespace(String interop) throws CimException {
        assertThat(enumerate(interop, "CIM_Namespace"))
                .extracting(namespace -> namespace.text(FleetNames.NAME))
                .containsExactly("root/virt", "root/interop", "interop", "root/PG_InterOp");
    }

    @Test
    void namespacesThatAreListedCanBeUsed() throws CimException {
        for (CimInstance namespace : enumerate("interop", "CIM_Namespace")) {
            assertThat(server.execute(new EnumerateInstanceNames(
                                    CimNamespace.of(namespace.text(FleetNames.NAME)), name("CIM_RegisteredProfile")))
                            .toList())
                    .hasSize(namespace.text(FleetNames.NAME).equals("root/virt") ? 0 : 1);
        }
    }

    @Test
    void interopClassesHaveNoInstancesInOtherNamespaces() throws CimException {
        assertThat(enumerate("root/virt", "CIM_Namespace")).isEmpty();
    }

    @Test
    void anUnknownInteropNameIsInvalidNamespaceSoThatDiscoveryGoesOn() {
        Failures.assertFails(CimStatus.INVALID_NAMESPACE, () -> enumerate("root/PG_Internal", "CIM_Namespace"));
    }

    @Test
    void thereIsOneObjectManagerWithASystem() throws CimException {
        assertThat(enumerate("root/interop", "CIM_ObjectManager"))
                .singleElement()
                .satisfies(manager -> {
                    assertThat(manager.text(FleetNames.SYSTEM_NAME)).isEqualTo("host-1");
                    assertThat(manager.text(FleetNames.NAME)).isEqualTo("Telvirt:host-1");
                    assertThat(manager.text(name("Description"))).contains("Telvirt", "0.1.0");
                });
    }

    @Test
    void everyRequiredPropertyHasAValue() throws CimException {
        for (CimInstance instance : enumerate("root/interop", "CIM_ManagedElement")) {
            TestSchema.classes().find(instance.className()).properties().stream()
                    .filter(property -> property.has(QualifierNames.REQUIRED))
                    .forEach(property -> assertThat(instance.value(property.name()))
                            .as(instance.path() + " " + property.name())
                            .isNotNull());
        }
    }

    @Test
    void theObjectManagerLeadsToNamespacesAndDoors() throws CimException {
        CimInstancePath manager = server.execute(
                        new EnumerateInstanceNames(FleetNames.ROOT_INTEROP, InteropNames.TELVIRT_OBJECT_MANAGER))
                .toList()
                .get(0);

        assertThat(associated(manager, "CIM_NamespaceInManager", "CIM_Namespace"))
                .hasSize(4);
        assertThat(associated(manager, "CIM_CommMechanismForManager", "CIM_ObjectManagerCommunicationMechanism"))
                .singleElement()
                .satisfies(door -> assertThat(associated(door, "CIM_CommMechanismForManager", "CIM_ObjectManager"))
                        .containsExactly(manager));
    }

    private List<CimInstancePath> associated(CimInstancePath source, String association, String result)
            throws CimException {
        return server.execute(new AssociatorNames(
                        FleetNames.ROOT_INTEROP,
                        source,
                        new AssociationFilter(name(association), name(result), null, null)))
                .toList();
    }

    @Test
    void theSystemHostsTheObjectManagerAndItsDoorsAcrossNamespaces() throws CimException {
        InstanceProvider systems = new FixedInstances(
                FleetNames.HOST_SYSTEM,
                List.of(CimInstance.of(FleetNames.HOST_SYSTEM)
                        .withKeys(Fleet.host())
                        .at(Fleet.host())));
        ServerIdentity identity = new ServerIdentity(
                FleetNames.HOST_SYSTEM,
                "host-1",
                "Telvirt:host-1",
                "0.1.0",
                List.of(),
                List.of(new ServerIdentity.Door("cim-xml-https", "CIM-XML over HTTPS", true)));
        InteropProviders interop = new InteropProviders(identity, TestServer.schemas(), EnumerationLimits.DEFAULT);
        TestServer hosted = TestServer.of(
                List.of(
                        new ProviderSet(Set.of(FleetNames.ROOT_VIRT), List.of(systems), List.of(), List.of()),
                        interop.hostedBy(systems, FleetNames.ROOT_VIRT, FleetNames.ROOT_INTEROP)),
                TestServer.FATAL);

        assertThat(hosted.execute(new AssociatorNames(FleetNames.ROOT_VIRT, Fleet.host(), AssociationFilter.ANY))
                        .toList())
                .extracting(path -> path.namespace() + " " + path.className())
                .containsExactlyInAnyOrder(
                        "root/interop Telvirt_ObjectManager", "root/interop Telvirt_CIMXMLCommunicationMechanism");
        assertThat(new ConsistencyCrawler(
                                hosted.cimom(),
                                TestServer.CONTEXT,
                                List.of(FleetNames.ROOT_VIRT, FleetNames.ROOT_INTEROP),
                                Set.of())
                        .crawl())
                .isEmpty();
    }
}
