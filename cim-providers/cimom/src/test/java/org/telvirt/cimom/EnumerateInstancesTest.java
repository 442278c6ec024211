package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

@Requirement({"DSP0200 5.4.2.11", "DSP0200 5.4.2.12"})
class EnumerateInstancesTest {
    private final Fleet fleet = new Fleet().with("web-1", 2).with("web-2", 3);
    private final TestServer server = TestServer.of(fleet);

    private List<CimInstance> enumerate(String className, boolean deep, InstanceView view) throws CimException {
        return server.execute(new EnumerateInstances(FleetNames.ROOT_VIRT, name(className), deep, view))
                .toList();
    }

    private List<CimInstancePath> names(String className) throws CimException {
        return server.execute(new EnumerateInstanceNames(FleetNames.ROOT_VIRT, name(className)))
                .toList();
    }

    @Nested
    class Instances {
        @Test
        void areThoseOfTheClassAndItsSubclasses() throws CimException {
            assertThat(enumerate("CIM_ComputerSystem", true, InstanceView.ALL))
                    .extracting(CimInstance::path)
                    .containsExactlyInAnyOrder(
                            TestServer.full(Fleet.host()),
                            TestServer.full(Fleet.system("web-1")),
                            TestServer.full(Fleet.system("web-2")));
        }

        @Test
        void areThoseOfSubclassesAlsoWithoutDeepInheritance() throws CimException {
            assertThat(enumerate("CIM_ComputerSystem", false, InstanceView.ALL)).hasSize(3);
        }

        @Test
        void equalWhatGetInstanceGives() throws CimException {
            for (CimInstance instance : enumerate("CIM_ManagedElement", true, InstanceView.ALL)) {
                assertThat(server.execute(new GetInstance(
                                FleetNames.ROOT_VIRT, instance.path().on(null), InstanceView.ALL)))
                        .isEqualTo(instance);
            }
        }

        @Test
        void ofAnAssociationAreItsLinks() throws CimException {
            List<CimInstance> links = enumerate("CIM_HostedDependency", true, InstanceView.ALL);

            assertThat(links)
                    .filteredOn(link -> link.className().equals(FleetNames.HOSTED_DEPENDENCY))
                    .hasSize(2)
                    .allSatisfy(link -> assertThat(link.path().keys()).hasSize(2))
                    .allSatisfy(link -> assertThat(link.path().toString()).contains("root/virt:Telvirt_HostSystem"));
        }

        @Test
        void ofAnAbstractAssociationAreThoseOfItsSubclasses() throws CimException {
            assertThat(enumerate("CIM_Dependency", true, InstanceView.ALL))
                    .extracting(link -> link.className().toString())
                    .containsExactlyInAnyOrder("CIM_HostedDependency", "CIM_HostedDependency", "CIM_HostedService");
        }

        @Test
        void ofAClassThatNobodyProvidesAreNone() throws CimException {
            assertThat(enumerate("CIM_Processor", true, InstanceView.ALL)).isEmpty();
        }

        @Test
        void areFoundWhileTheyArePulled() throws CimException {
            try (CimCursor<CimInstance> cursor = server.execute(
                    new EnumerateInstances(FleetNames.ROOT_VIRT, FleetNames.COMPUTER_SYSTEM, true, InstanceView.ALL))) {
                assertThat(cursor.next()).isNotNull();
                fleet.remove("web-2");
                assertThat(cursor.next()).isNull();
            }
        }
    }

    @Nested
    class Properties {
        private static final CimName ADDED_BY_TELVIRT = CimName.of("Architecture");

        @Test
        void ofSubclassesAreLeftOutWithoutDeepInheritance() throws CimException {
            assertThat(enumerate("CIM_VirtualSystemSettingData", false, InstanceView.ALL))
                    .isNotEmpty()
                    .allSatisfy(setting ->
                            assertThat(setting.property(ADDED_BY_TELVIRT)).isNull())
                    .allSatisfy(setting -> assertThat(setting.property(name("VirtualSystemType")))
                            .isNotNull());
        }

        @Test
        void ofSubclassesAreThereWithDeepInheritance() throws CimException {
            assertThat(enumerate("CIM_VirtualSystemSettingData", true, InstanceView.ALL))
                    .isNotEmpty()
                    .allSatisfy(setting ->
                            assertThat(setting.text(ADDED_BY_TELVIRT)).isEqualTo("x86_64"));
        }

        @Test
        void areFilteredByListAndDeepInheritanceTogether() throws CimException {
            InstanceView view = new InstanceView(Set.of(ADDED_BY_TELVIRT, FleetNames.INSTANCE_ID), false);

            assertThat(enumerate("CIM_SettingData", false, view))
                    .isNotEmpty()
                    .allSatisfy(setting -> assertThat(setting.properties())
                            .extracting(property -> property.name())
                            .containsExactly(FleetNames.INSTANCE_ID));
        }
    }

    @Nested
    class Names {
        @Test
        void areThePathsOfTheInstances() throws CimException {
            assertThat(names("CIM_ManagedElement"))
                    .isEqualTo(enumerate("CIM_ManagedElement", true, InstanceView.ALL).stream()
                            .map(CimInstance::path)
                            .toList());
        }

        @Test
        void areSpelledAsTheClassIs() throws CimException {
            assertThat(names("telvirt_hostsystem"))
                    .singleElement()
                    .hasToString("//vf.example:5989/root/virt:Telvirt_HostSystem."
                            + "Name=\"host-1\",CreationClassName=\"Telvirt_HostSystem\"");
        }
    }

    @Nested
    class BadInput {
        @Test
        void unknownClassIsInvalidClass() {
            assertFails(CimStatus.INVALID_CLASS, () -> enumerate("CIM_Nothing", true, InstanceView.ALL), "CIM_Nothing");
            assertFails(CimStatus.INVALID_CLASS, () -> names("CIM_Nothing"), "CIM_Nothing");
        }

        @Test
        void unknownNamespaceIsInvalidNamespace() {
            assertFails(
                    CimStatus.INVALID_NAMESPACE,
                    () -> server.execute(new EnumerateInstanceNames(CimNamespace.of("root/x"), name("CIM_Nothing"))));
        }
    }
}
