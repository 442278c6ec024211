package org.telvirt.providers.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
@Requirement("DSP1033 7")
class RegistrationProfileTest {
    private static final String CONFORMS = "CIM_ElementConformsToProfile";

    private FacilityBench bench;
    private CimServer server;
    private SystemId id;

    @BeforeEach
    void open() throws FacilityException {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
        id = bench.define("hlr-2");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsImplementedIsRegisteredByItsExactName() throws Exception {
        assertThat(server.enumerate(Namespaces.INTEROP, "CIM_RegisteredProfile"))
                .extracting(
                        profile -> profile.text(RegistrationNames.REGISTERED_NAME),
                        profile -> profile.text(RegistrationNames.REGISTERED_VERSION),
                        profile -> profile.number(RegistrationNames.REGISTERED_ORGANIZATION),
                        profile -> profile.value(RegistrationNames.ADVERTISE_TYPES))
                .containsExactlyInAnyOrder(
                        tuple("Profile Registration", "1.0.0", 2L, CimValues.uint16s(2)),
                        tuple("System Virtualization", "1.0.0", 2L, CimValues.uint16s(2)),
                        tuple("Computer System", "1.0.2", 2L, CimValues.uint16s(2)),
                        tuple("Boot Control", "1.0.2", 2L, CimValues.uint16s(2)),
                        tuple("Power State Management", "1.0.2", 2L, CimValues.uint16s(2)),
                        tuple("KVM Redirection", "1.0.0", 2L, CimValues.uint16s(2)),
                        tuple("Resource Allocation", "1.1.0", 2L, CimValues.uint16s(2)),
                        tuple("Allocation Capabilities", "1.0.0", 2L, CimValues.uint16s(2)),
                        tuple("Processor Device Resource Virtualization", "1.0.0", 2L, CimValues.uint16s(2)),
                        tuple("Memory Resource Virtualization", "1.0.0", 2L, CimValues.uint16s(2)),
                        tuple("Storage Resource Virtualization", "1.0.0", 2L, CimValues.uint16s(2)),
                        tuple("Ethernet Port Resource Virtualization", "1.0.0", 2L, CimValues.uint16s(2)),
                        tuple("Generic Device Resource Virtualization", "1.0.0", 2L, CimValues.uint16s(2)),
                        tuple("Virtual Ethernet Switch", "1.1.0", 2L, CimValues.uint16s(2)),
                        tuple("Virtual System Migration", "1.0.0", 2L, CimValues.uint16s(2)),
                        tuple("Job Control", "1.0.0", 2L, CimValues.uint16s(2)),
                        tuple("Virtual System", "1.0.0", 2L, CimValues.uint16s(2)));
    }

    @Test
    void systemVirtualizationRefersToVirtualSystem() throws Exception {
        List<CimInstance> referring = server.associators(
                Namespaces.INTEROP, Profile.VIRTUAL_SYSTEM.path(), "CIM_ReferencedProfile", "Antecedent");

        assertThat(referring)
                .extracting(profile -> profile.text(RegistrationNames.REGISTERED_NAME))
                .containsExactly("System Virtualization", "Virtual System Migration");
    }

    private List<String> referredToBy(Profile profile) throws Exception {
        return server.associators(Namespaces.INTEROP, profile.path(), "CIM_ReferencedProfile", "Dependent").stream()
                .map(referred -> referred.text(RegistrationNames.REGISTERED_NAME))
                .toList();
    }

    @Test
    void systemsReferToWhatCanBeDoneWithThem() throws Exception {
        assertThat(referredToBy(Profile.COMPUTER_SYSTEM))
                .containsExactlyInAnyOrder("Boot Control", "Power State Management", "KVM Redirection");
        assertThat(referredToBy(Profile.VIRTUAL_SYSTEM))
                .containsExactlyInAnyOrder("Boot Control", "Power State Management", "KVM Redirection", "Job Control");
    }

    @Test
    void whatBeginsJobsRefersToJobControl() throws Exception {
        assertThat(server.associators(
                        Namespaces.INTEROP, Profile.JOB_CONTROL.path(), "CIM_ReferencedProfile", "Antecedent"))
                .extracting(profile -> profile.text(RegistrationNames.REGISTERED_NAME))
                .containsExactlyInAnyOrder("System Virtualization", "Virtual System", "Virtual System Migration");
    }

    @Test
    void aSwitchRefersToItsPortsAndWhereTheyComeFrom() throws Exception {
        assertThat(referredToBy(Profile.VIRTUAL_ETHERNET_SWITCH))
                .containsExactlyInAnyOrder(
                        "Ethernet Port Resource Virtualization", "Resource Allocation", "Allocation Capabilities");
    }

    @Test
    void resourceVirtualizationIsReferredToAndRefersToAllocation() throws Exception {
        assertThat(server.associators(
                        Namespaces.INTEROP,
                        Profile.MEMORY_VIRTUALIZATION.path(),
                        "CIM_ReferencedProfile",
                        "Antecedent"))
                .extracting(profile -> profile.text(RegistrationNames.REGISTERED_NAME))
                .containsExactly("System Virtualization");
        assertThat(server.associators(
                        Namespaces.INTEROP, Profile.MEMORY_VIRTUALIZATION.path(), "CIM_ReferencedProfile", "Dependent"))
                .extracting(profile -> profile.text(RegistrationNames.REGISTERED_NAME))
                .containsExactly("Resource Allocation", "Allocation Capabilities");
    }

    @Nested
    class Conformance {
        @Test
        void aProfileLeadsToItsCentralInstancesInTheOtherNamespace() throws Exception {
            assertThat(conforming(Profile.SYSTEM_VIRTUALIZATION))
                    .extracting(CimInstance::path, CimInstance::className)
                    .containsExactly(tuple(
                            server.only("Telvirt_HostSystem").path(),
                            server.only("Telvirt_HostSystem").className()));
            assertThat(conforming(Profile.VIRTUAL_SYSTEM)).containsExactly(server.system(id));
            assertThat(conforming(Profile.PROFILE_REGISTRATION)).hasSize(Profile.values().length);
            assertThat(conforming(Profile.COMPUTER_SYSTEM))
                    .containsExactlyInAnyOrder(server.only("Telvirt_HostSystem"), server.system(id));
            assertThat(conforming(Profile.POWER_STATE_MANAGEMENT))
                    .containsExactly(server.only("CIM_PowerManagementService"));
            assertThat(conforming(Profile.BOOT_CONTROL)).hasSize(2);
            assertThat(conforming(Profile.KVM_REDIRECTION))
                    .containsExactly(server.only("Telvirt_KVMRedirectionService"));
            assertThat(conforming(Profile.RESOURCE_ALLOCATION)).hasSameSizeAs(server.enumerate("CIM_ResourcePool"));
            assertThat(conforming(Profile.MEMORY_VIRTUALIZATION))
                    .containsExactlyElementsOf(server.enumerate("Telvirt_MemoryPool"));
        }

        private List<CimInstance> conforming(Profile profile) throws Exception {
            return server.associators(Namespaces.INTEROP, profile.path(), CONFORMS, "ConformantStandard");
        }

        @Test
        void anElementLeadsToItsProfileInTheOtherNamespace() throws Exception {
            List<CimInstance> found = server.associators(SystemPath.of(id), CONFORMS, "ManagedElement");

            assertThat(found)
                    .extracting(profile -> profile.text(RegistrationNames.REGISTERED_NAME))
                    .containsExactlyInAnyOrder("Virtual System", "Computer System");
            assertThat(found)
                    .allSatisfy(
                            profile -> assertThat(profile.path().namespace()).isEqualTo(Namespaces.INTEROP));
        }

        @Test
        void theOtherNameOfTheInteropNamespaceLeadsToTheSame() throws Exception {
            assertThat(server.associators(
                            CimNamespace.of("interop"), Profile.VIRTUAL_SYSTEM.path(), CONFORMS, "ConformantStandard"))
                    .containsExactly(server.system(id));
        }
    }

    @Nested
    class GetCentralInstances {
        private List<CimInstancePath> central(Profile profile) throws Exception {
            Reply reply = server.call(Namespaces.INTEROP, profile.path(), "GetCentralInstances");
            assertThat(reply.result().returnValue()).isEqualTo(CimValues.uint8(0));
            return reply.paths("CentralInstances");
        }

        @Test
        void eachProfileNamesWhereToBegin() throws Exception {
            assertThat(central(Profile.VIRTUAL_SYSTEM))
                    .containsExactly(SystemPath.of(id).in(Namespaces.VIRT));
            assertThat(central(Profile.SYSTEM_VIRTUALIZATION)).hasSize(1);
            assertThat(central(Profile.PROFILE_REGISTRATION))
                    .contains(Profile.VIRTUAL_SYSTEM.path().in(Namespaces.INTEROP));
        }
    }
}
